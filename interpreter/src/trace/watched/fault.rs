//! Why a watched expression is no value.

/// Why an expression is no value.
pub enum Fault {
    /// A variable that it names has no value now.
    Unbound,
    /// It would raise this.
    Raises(String),
    /// To know it, the program would have to run, or too much would have to be done. A sentence.
    Refused(String),
}

impl Fault {
    pub fn refused(why: impl Into<String>) -> Fault {
        Fault::Refused(why.into())
    }

    pub fn raises(kind: &str, message: &str) -> Fault {
        Fault::Raises(format!("{kind}: {message}"))
    }
}
