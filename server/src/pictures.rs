//! Pictures of programs as people put them elsewhere: the timeline at a step, and the preview of a link. Each is made once and cached, and few are made at
//! one time.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use moka::future::Cache;
use stillframe_picture::{Asked, Card, MOVING_STEPS, STRIP_STEPS, Side, Steps, Theme, Trace, card, moving, pair_card, picture, png, strip};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::access::Asker;
use crate::compression::Gzipped;
use crate::error::Error;
use crate::runner::{Runner, of_page};

/// Cheap to clone.
#[derive(Clone)]
pub struct Pictures {
    runner: Runner,
    cached: Cache<blake3::Hash, Bytes>,
    places: Arc<Semaphore>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Svg,
    Png,
    /// Several steps, one after the other.
    Gif,
    /// The preview of a link, as PNG.
    Preview,
}

/// What a picture is made of.
#[derive(Clone, Debug)]
pub struct Subject {
    pub title: String,
    pub source: String,
    pub input: Option<String>,
    /// The one to show where none is asked for; none for the most interesting one.
    pub step: Option<usize>,
}

/// Room for pictures, in bytes.
const CACHED_BYTES: u64 = 32 * 1024 * 1024;

/// So many are made at one time.
const AT_ONCE: usize = 2;

/// How long one waits for its place.
const PATIENCE: Duration = Duration::from_secs(10);

/// A trace that is larger than so many bytes of JSON is not drawn: reading it takes several times as much memory.
pub const TRACE_BYTES: usize = 16 * 1024 * 1024;

/// Pixels of a PNG for each of the SVG's: it stays sharp on fine screens.
pub const FINE: f32 = 2.0;

impl Pictures {
    pub fn new(runner: Runner) -> Self {
        let cached = Cache::builder().max_capacity(CACHED_BYTES).weigher(|_, picture: &Bytes| picture.len() as u32).build();
        Pictures { runner, cached, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    pub async fn get(&self, subject: Subject, form: Form, asked: Asked, asker: &Asker) -> Result<Bytes, Error> {
        let key = blake3::hash(format!("{subject:?}\0{form:?}\0{asked:?}").as_bytes());
        let made = self.cached.try_get_with(key, self.make(subject, form, asked, asker)).await;
        made.map_err(|error| (*error).clone())
    }

    /// A picture of several steps: a strip of them, or a moving one.
    pub async fn several(&self, subject: Subject, form: Form, steps: (usize, usize), asked: Asked, asker: &Asker) -> Result<Bytes, Error> {
        let most = form.most_steps().ok_or(Error::NoSuchPicture)?;
        let steps = Steps::new(steps.0, steps.1, most).ok_or(Error::PictureTooLarge(most))?;
        let key = blake3::hash(format!("{subject:?}\0{form:?}\0{steps:?}\0{asked:?}").as_bytes());
        let made = self.cached.try_get_with(key, self.make_several(subject, form, steps, asked, asker)).await;
        made.map_err(|error| (*error).clone())
    }

    /// The preview of a link to two programs.
    pub async fn pair(&self, title: &str, sides: [Subject; 2], asker: &Asker) -> Result<Bytes, Error> {
        let key = blake3::hash(format!("{title}\0{sides:?}").as_bytes());
        let made = self.cached.try_get_with(key, self.make_pair(title.to_owned(), sides, asker)).await;
        made.map_err(|error| (*error).clone())
    }

    async fn make(&self, subject: Subject, form: Form, asked: Asked, asker: &Asker) -> Result<Bytes, Error> {
        let trace = self.trace(&subject, asker).await?;
        self.draw(move || drawn(&read(&trace)?, &subject, form, asked).map_err(Error::internal)).await
    }

    async fn make_several(&self, subject: Subject, form: Form, steps: Steps, asked: Asked, asker: &Asker) -> Result<Bytes, Error> {
        let trace = self.trace(&subject, asker).await?;
        self.runner.access().may_draw(asker.client, steps.count())?;
        let too_large = move |_| Error::PictureTooLarge(form.most_steps().unwrap_or_default());
        self.draw(move || several(&read(&trace)?, &subject.title, form, steps, asked).map_err(too_large)).await
    }

    async fn make_pair(&self, title: String, sides: [Subject; 2], asker: &Asker) -> Result<Bytes, Error> {
        let (left, right) = (self.trace(&sides[0], asker).await?, self.trace(&sides[1], asker).await?);
        let drawn = move || {
            let (left, right) = (read(&left)?, read(&right)?);
            let [one, other] = &sides;
            let card =
                pair_card(&title, &[Side { name: &one.title, trace: &left }, Side { name: &other.title, trace: &right }], Theme::Light);
            png(&card, 1.0).map(Bytes::from).map_err(Error::internal)
        };
        self.draw(drawn).await
    }

    async fn trace(&self, subject: &Subject, asker: &Asker) -> Result<Gzipped, Error> {
        self.runner.trace(of_page(&subject.source, subject.input.as_deref()), asker).await
    }

    /// Reads something else off a trace, which takes a place, too.
    pub async fn read<T: Send + 'static>(&self, trace: Gzipped, told: impl FnOnce(&Trace) -> T + Send + 'static) -> Result<T, Error> {
        self.draw(move || Ok(told(&read(&trace)?))).await
    }

    /// Waits for a place, and draws where that may take its time.
    async fn draw<T: Send + 'static>(&self, drawn: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
        let busy = |_| Error::Busy { ahead: AT_ONCE, seconds: PATIENCE.as_secs() };
        let place = timeout(PATIENCE, Arc::clone(&self.places).acquire_owned()).await.map_err(busy)?;
        let place = place.map_err(Error::internal)?;
        let made = spawn_blocking(move || {
            let _place = place;
            drawn()
        });
        made.await.map_err(Error::internal)?
    }
}

fn read(trace: &Gzipped) -> Result<Trace, Error> {
    let json = trace.plain(TRACE_BYTES).ok_or(Error::TraceTooLarge(TRACE_BYTES))?;
    Trace::read(&json).map_err(Error::internal)
}

fn drawn(trace: &Trace, subject: &Subject, form: Form, asked: Asked) -> Result<Bytes, String> {
    let Subject { title, source, .. } = subject;
    Ok(match form {
        Form::Svg => picture(trace, title, asked).into(),
        Form::Png => png(&picture(trace, title, asked), FINE)?.into(),
        Form::Preview => png(&card(trace, &Card { title, source }, asked), 1.0)?.into(),
        Form::Gif => return Err("a moving picture has several steps".to_owned()),
    })
}

fn several(trace: &Trace, title: &str, form: Form, steps: Steps, asked: Asked) -> Result<Bytes, String> {
    Ok(match form {
        Form::Gif => moving(trace, title, steps, asked, FINE)?.into(),
        Form::Svg => strip(trace, title, steps, asked).into(),
        Form::Png | Form::Preview => png(&strip(trace, title, steps, asked), FINE)?.into(),
    })
}

impl Form {
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Svg => "image/svg+xml",
            Form::Png | Form::Preview => "image/png",
            Form::Gif => "image/gif",
        }
    }

    /// How many steps it may have; none where it is always of one.
    pub fn most_steps(self) -> Option<usize> {
        match self {
            Form::Svg | Form::Png => Some(STRIP_STEPS),
            Form::Gif => Some(MOVING_STEPS),
            Form::Preview => None,
        }
    }
}
