//! Who may use an answer, where that is more than the site itself. A handler says so, and the layer of `routes` sets the headers.

use axum::response::Response;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Pages elsewhere may show it: a picture, a script.
    Shown,
}

impl Reach {
    pub fn of(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        response
    }
}
