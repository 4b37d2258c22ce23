//! A connection that does not wait for ever until its client reads.
//!
//! hyper has time limits for what a client sends, and none for what it takes. A client that asks for large traces and reads nothing would hold them in
//! memory for as long as it likes.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// A stream whose writes fail once the other side has taken too little for too long.
pub struct Patient<S> {
    stream: S,
    pace: Pace,
    /// Runs while a write waits.
    timer: Option<Pin<Box<Sleep>>>,
    /// What was taken since the timer was started.
    taken: usize,
}

/// The least that a client must take in a while, as long as there is something to take.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub bytes: usize,
    pub every: Duration,
}

impl<S> Patient<S> {
    pub fn new(stream: S, pace: Pace) -> Self {
        Patient { stream, pace, timer: None, taken: 0 }
    }

    /// Looks at what came of a write, and at the clock if it has to wait.
    fn judge(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if let Poll::Ready(done) = written {
            self.taken += done.as_ref().copied().unwrap_or_default();
            // It keeps pace, so the next wait begins anew. A few bytes do not stop the clock.
            if self.taken >= self.pace.bytes {
                self.rest();
            }
            return Poll::Ready(done);
        }
        let every = self.pace.every;
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(every)));
        ready!(timer.as_mut().poll(context));
        if self.taken < self.pace.bytes {
            return Poll::Ready(Err(io::Error::new(ErrorKind::TimedOut, "the client did not take its answer")));
        }
        self.taken = 0;
        timer.as_mut().reset(Instant::now() + every);
        let _ = timer.as_mut().poll(context);
        Poll::Pending
    }

    fn rest(&mut self) {
        self.timer = None;
        self.taken = 0;
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        let read = Pin::new(&mut this.stream).poll_read(context, buffer);
        // Whoever sends the next request has taken the answer to the last one.
        if read.is_ready() && buffer.filled().len() > before {
            this.rest();
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.judge(context, written)
    }

    fn poll_write_vectored(self: Pin<&mut Self>, context: &mut Context<'_>, slices: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, slices);
        this.judge(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    const PACE: Pace = Pace { bytes: 1000, every: Duration::from_secs(10) };

    #[tokio::test(start_paused = true)]
    async fn who_takes_nothing_or_next_to_nothing_is_given_up() {
        for sip in [0, 50] {
            let (ours, mut theirs) = duplex(100);
            let mut ours = Patient::new(ours, PACE);
            let began = Instant::now();
            let writing = tokio::spawn(async move { ours.write_all(&[0; 100_000]).await });
            while !writing.is_finished() {
                let _ = theirs.read_exact(&mut vec![0; sip]).await;
                sleep(Duration::from_secs(1)).await;
                assert!(began.elapsed() < Duration::from_secs(60), "it is waited for for ever");
            }
            assert_eq!(writing.await.unwrap().unwrap_err().kind(), ErrorKind::TimedOut, "{sip}");
            assert!(began.elapsed() >= Duration::from_secs(10));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_keeps_pace_gets_everything() {
        let (ours, mut theirs) = duplex(100);
        let mut ours = Patient::new(ours, PACE);
        let writing = tokio::spawn(async move { ours.write_all(&[0; 20_000]).await });
        let mut taken = 0;
        while taken < 20_000 {
            theirs.read_exact(&mut [0; 100]).await.unwrap();
            taken += 100;
            sleep(Duration::from_millis(900)).await;
        }
        writing.await.unwrap().unwrap();
    }
}
