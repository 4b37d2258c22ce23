//! SVG as PNG, by resvg, in a font that is built in: a server has perhaps none.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// The largest side of a picture, in pixels.
const LARGEST: u32 = 5_000;

/// In fewer pixels for one of the SVG's the letters can't be read.
const LEAST: f32 = 0.7;

pub const TOO_LARGE: &str = "the picture is too large";

/// Hack, the font of one width that egui ships.
const FONT: &[u8] = epaint_default_fonts::HACK_REGULAR;
const FAMILY: &str = "Hack";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_monospace_family(FAMILY);
    Arc::new(fonts)
});

/// A document of this crate as PNG, so many times as large, or as far as there is room. An error is a sentence.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, String> {
    pixels(svg, scale)?.encode_png().map_err(|e| e.to_string())
}

/// The same before it is encoded.
pub fn pixels(svg: &str, scale: f32) -> Result<Pixmap, String> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|e| e.to_string())?;
    let plain = tree.size().to_int_size();
    let scale = scale.min(LARGEST as f32 / plain.width().max(plain.height()) as f32);
    let size = plain.scale_by(scale).filter(|_| scale >= LEAST).ok_or(TOO_LARGE)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(TOO_LARGE)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}
