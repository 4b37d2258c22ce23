//! SVG as PNG, by resvg, in a font that is built in: a server has perhaps none.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// The largest side of a picture, in pixels.
const LARGEST: u32 = 5_000;

/// Hack, the font of one width that egui ships.
const FONT: &[u8] = epaint_default_fonts::HACK_REGULAR;
const FAMILY: &str = "Hack";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_monospace_family(FAMILY);
    Arc::new(fonts)
});

/// A document of this crate as PNG, so many times as large. An error is a sentence.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, String> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|e| e.to_string())?;
    let size = tree.size().to_int_size().scale_by(scale).filter(|size| size.width().max(size.height()) <= LARGEST);
    let size = size.ok_or("the picture is too large")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|e| e.to_string())
}
