//! Who runs next.
//!
//! As many programs run at once as the machine has processors. The others wait, each client's for themselves, and get their turns
//! round robin: a client with a hundred endless programs costs another with one no more than a turn. So that it does not even cost that, a client that
//! runs nothing may begin beside those who have all turns; the system then shares out the processors.
//!
//! Programs that ran for long before wait behind those that did not, and never take all turns.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::access::{Asker, Client, RequestId};

/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct Turns(Arc<Mutex<State>>);

/// What is known of a program before it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It ran for a moment, or never.
    Light,
    /// It ran for long.
    Heavy,
}

/// The right to run. It goes with the run, and is given back when it is dropped.
#[derive(Debug)]
pub struct Turn {
    turns: Turns,
    client: Client,
    weight: Weight,
    began: Instant,
    stage: Arc<AtomicU8>,
}

/// Held by whoever waits for a run: dropped before the turn is, it says that nobody does any more. Who comes then may wait for its end.
#[derive(Debug)]
pub struct Wanted {
    turns: Turns,
    stage: Arc<AtomicU8>,
}

/// The stages of a turn, which change under the lock alone.
const WANTED: u8 = 0;
const ENDING: u8 = 1;
const OVER: u8 = 2;

/// No turn, and how things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowded {
    /// How many wait.
    pub ahead: usize,
    /// When it may be worth to try again.
    pub seconds: u64,
}

/// Where a program stands that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 1 on, as things stand now.
    pub place: usize,
    pub waiting: usize,
}

#[derive(Debug)]
struct State {
    at_once: usize,
    most_waiting: usize,
    patience: Duration,
    running: usize,
    heavy: usize,
    /// Of those that run, those whom nobody waits for. They end soon.
    ending: usize,
    clients: HashMap<Client, Share>,
    waiting: Vec<Waiting>,
    /// Turns given, and asked for, so far.
    given: u64,
    asked: u64,
    /// Seconds that a run takes, the last ones counting most.
    usual: f64,
}

/// What a client has of the turns. Clients that neither run nor wait have none.
#[derive(Debug, Default)]
struct Share {
    running: usize,
    /// When it got its last turn.
    last: u64,
}

#[derive(Debug)]
struct Waiting {
    client: Client,
    request: RequestId,
    weight: Weight,
    number: u64,
    ready: oneshot::Sender<()>,
}

/// So long may a run take and still be light.
pub const LIGHT: Duration = Duration::from_millis(500);

/// One turn of so many is a heavy program's first, so that light ones never keep it out.
const HEAVY_ONE_OF: u64 = 4;

/// The longest that a client is told to stay away.
const LONGEST_REST: f64 = 30.0;

impl Turns {
    pub fn new(at_once: usize, most_waiting: usize, patience: Duration) -> Self {
        Turns(Arc::new(Mutex::new(State {
            at_once,
            most_waiting,
            patience,
            running: 0,
            heavy: 0,
            ending: 0,
            clients: HashMap::new(),
            waiting: Vec::new(),
            given: 0,
            asked: 0,
            usual: 0.1,
        })))
    }

    /// Waits for a turn. Whoever drops the future before it is ready waits no more.
    pub async fn take(&self, asker: &Asker, weight: Weight) -> Result<Turn, Crowded> {
        let (patience, waiter) = {
            let mut state = self.lock();
            let (ready, given) = oneshot::channel();
            state.make_room(asker.client, weight)?;
            state.asked += 1;
            let number = state.asked;
            state.waiting.push(Waiting { client: asker.client, request: asker.request.clone(), weight, number, ready });
            state.give();
            (state.patience, Waiter { turns: self.clone(), client: asker.client, weight, given })
        };
        waiter.wait(patience).await
    }

    /// How many programs run now.
    pub fn running(&self) -> usize {
        self.lock().running
    }

    /// How many programs wait.
    pub fn waiting(&self) -> usize {
        self.lock().waiting.len()
    }

    /// Where a request stands that waits.
    pub fn place(&self, request: &str) -> Option<Place> {
        let state = self.lock();
        let at = state.waiting.iter().position(|waiting| &*waiting.request.0 == request)?;
        Some(Place { place: state.before(at) + 1, waiting: state.waiting.len() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    pub fn wanted(&self) -> Wanted {
        Wanted { turns: self.turns.clone(), stage: Arc::clone(&self.stage) }
    }
}

impl Drop for Wanted {
    fn drop(&mut self) {
        let mut state = self.turns.lock();
        if self.stage.load(Ordering::Relaxed) == WANTED {
            self.stage.store(ENDING, Ordering::Relaxed);
            state.ending += 1;
        }
    }
}

/// A turn that may have been given while nobody looked: dropped, it is given back.
struct Waiter {
    turns: Turns,
    client: Client,
    weight: Weight,
    given: oneshot::Receiver<()>,
}

impl Waiter {
    async fn wait(mut self, patience: Duration) -> Result<Turn, Crowded> {
        match timeout(patience, &mut self.given).await {
            Ok(Ok(())) => Ok(Turn {
                turns: self.turns.clone(),
                client: self.client,
                weight: self.weight,
                began: Instant::now(),
                stage: Arc::default(),
            }),
            // Waited for too long, or had to make room for others.
            Err(_) | Ok(Err(_)) => Err(self.turns.lock().crowded()),
        }
    }
}

impl Drop for Waiter {
    fn drop(&mut self) {
        let mut state = self.turns.lock();
        // A value is there only if a turn was given and not taken.
        if self.given.try_recv().is_ok() {
            state.take_back(self.client, self.weight);
        }
        self.given.close();
        state.waiting.retain(|waiting| !waiting.ready.is_closed());
        state.forget_who_is_gone();
        state.give();
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut state = self.turns.lock();
        state.ending -= usize::from(self.stage.swap(OVER, Ordering::Relaxed) == ENDING);
        state.usual = state.usual * 0.9 + self.began.elapsed().as_secs_f64() * 0.1;
        state.take_back(self.client, self.weight);
        state.forget_who_is_gone();
        state.give();
    }
}

impl State {
    /// Gives turns to as many as may run.
    fn give(&mut self) {
        while let Some(at) = self.next() {
            let waiting = self.waiting.remove(at);
            // Whoever has left meanwhile gets none.
            if waiting.ready.send(()).is_ok() {
                self.given += 1;
                self.running += 1;
                self.heavy += usize::from(waiting.weight == Weight::Heavy);
                let share = self.clients.entry(waiting.client).or_default();
                share.running += 1;
                share.last = self.given;
            }
        }
    }

    fn take_back(&mut self, client: Client, weight: Weight) {
        self.running -= 1;
        self.heavy -= usize::from(weight == Weight::Heavy);
        if let Some(share) = self.clients.get_mut(&client) {
            share.running -= 1;
        }
    }

    fn next(&self) -> Option<usize> {
        let heavy_first = self.given % HEAVY_ONE_OF == HEAVY_ONE_OF - 1;
        let may = self.waiting.iter().enumerate().filter(|(_, waiting)| self.may_run(waiting));
        let best = may.min_by_key(|(_, waiting)| {
            let share = self.share(waiting.client);
            ((waiting.weight == Weight::Heavy) != heavy_first, share.0, share.1, waiting.number)
        });
        best.map(|(at, _)| at)
    }

    fn may_run(&self, waiting: &Waiting) -> bool {
        match waiting.weight {
            Weight::Heavy => self.running < self.at_once && self.heavy < self.at_once.saturating_sub(1).max(1),
            Weight::Light if self.running < self.at_once => true,
            Weight::Light => self.running < 2 * self.at_once && self.share(waiting.client).0 == 0,
        }
    }

    /// What a client runs, and when it got its last turn.
    fn share(&self, client: Client) -> (usize, u64) {
        self.clients.get(&client).map_or((0, 0), |share| (share.running, share.last))
    }

    /// Makes sure that one more may wait. Where all places are taken, a client with clearly more of them than this one loses its last.
    fn make_room(&mut self, client: Client, weight: Weight) -> Result<(), Crowded> {
        // Who may run at once needs no place.
        if self.waiting.len() < self.most_waiting + self.ending || self.waiting.is_empty() && self.running < self.at_once {
            return Ok(());
        }
        let mut places: HashMap<Client, usize> = HashMap::new();
        for waiting in &self.waiting {
            *places.entry(waiting.client).or_default() += 1;
        }
        let own = places.get(&client).copied().unwrap_or_default();
        if weight == Weight::Light && own == 0 && self.share(client).0 == 0 && self.running < 2 * self.at_once {
            return Ok(());
        }
        let largest = places.into_iter().max_by_key(|(_, count)| *count);
        let Some((largest, _)) = largest.filter(|(_, count)| *count > own + 1) else { return Err(self.crowded()) };
        let last = self.waiting.iter().rposition(|waiting| waiting.client == largest).expect("it has the most");
        self.waiting.remove(last);
        Ok(())
    }

    fn crowded(&self) -> Crowded {
        let ahead = self.waiting.len();
        let seconds = ((ahead + 1) as f64 * self.usual / self.at_once as f64).clamp(1.0, LONGEST_REST).ceil() as u64;
        Crowded { ahead, seconds }
    }

    /// How many get their turn before one that waits, if nothing changes: those of the same client that came before, and as many of each other.
    fn before(&self, at: usize) -> usize {
        let this = &self.waiting[at];
        let own = self.waiting[..at].iter().filter(|waiting| waiting.client == this.client && waiting.weight == this.weight).count();
        let mut others: HashMap<Client, usize> = HashMap::new();
        let mut lighter = 0;
        for waiting in &self.waiting {
            if waiting.weight != this.weight {
                lighter += usize::from(waiting.weight == Weight::Light);
            } else if waiting.client != this.client {
                *others.entry(waiting.client).or_default() += 1;
            }
        }
        own + lighter + others.into_values().map(|count| count.min(own + 1)).sum::<usize>()
    }

    fn forget_who_is_gone(&mut self) {
        let waiting: HashSet<Client> = self.waiting.iter().map(|waiting| waiting.client).collect();
        self.clients.retain(|client, share| share.running > 0 || waiting.contains(client));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    fn asker(client: u8) -> Asker {
        asker_named(client, "")
    }

    fn asker_named(client: u8, request: &str) -> Asker {
        Asker { client: Client::of([192, 0, 2, client].into()), request: RequestId(request.into()) }
    }

    /// Asks for a turn, and comes in line before the next one does.
    async fn ask(turns: &Turns, asker: Asker, weight: Weight) -> tokio::task::JoinHandle<Result<Turn, Crowded>> {
        let turns = turns.clone();
        let waiting = tokio::spawn(async move { turns.take(&asker, weight).await });
        tokio::task::yield_now().await;
        waiting
    }

    #[tokio::test]
    async fn turns_go_round_among_clients() {
        let turns = Turns::new(1, 100, LONG);
        // Both run: the second as an extra, since it runs nothing else.
        let mut running = vec![turns.take(&asker(1), Weight::Light).await.unwrap(), turns.take(&asker(2), Weight::Light).await.unwrap()];
        let mut waiting = Vec::new();
        for client in [1, 1, 1, 1, 2, 2, 3] {
            waiting.push((client, ask(&turns, asker(client), Weight::Light).await));
        }
        assert_eq!((turns.running(), turns.waiting()), (2, 7));
        let mut order = Vec::new();
        while !waiting.is_empty() {
            running.remove(0);
            tokio::task::yield_now().await;
            let ready = waiting.iter().position(|(_, waiting)| waiting.is_finished());
            let Some(ready) = ready else { continue };
            let (client, turn) = waiting.remove(ready);
            order.push(client);
            running.push(turn.await.unwrap().unwrap());
        }
        // The one that came last and has least comes first; then the two in turn, as long as both have some.
        assert_eq!(order, [3, 1, 2, 1, 2, 1, 1]);
        drop(running);
        assert_eq!((turns.running(), turns.waiting()), (0, 0));
        assert!(turns.lock().clients.is_empty());
    }

    #[tokio::test]
    async fn a_client_that_runs_nothing_does_not_wait_for_one_that_runs_everything() {
        let turns = Turns::new(2, 100, LONG);
        let mut greedy = Vec::new();
        for _ in 0..50 {
            greedy.push(ask(&turns, asker(1), Weight::Light).await);
        }
        assert_eq!((turns.running(), turns.waiting()), (2, 48));
        let first = turns.take(&asker(2), Weight::Light).await.unwrap();
        let second = turns.take(&asker(3), Weight::Light).await.unwrap();
        let third = ask(&turns, asker(4), Weight::Light).await;
        assert!(!third.is_finished(), "more than twice as many run as there are turns");
        drop(first);
        let third = third.await.unwrap().unwrap();
        drop((second, third));
        assert_eq!((turns.running(), turns.waiting()), (2, 48));
    }

    #[tokio::test]
    async fn light_programs_do_not_wait_behind_heavy_ones() {
        let turns = Turns::new(2, 100, LONG);
        let heavy = turns.take(&asker(1), Weight::Heavy).await.unwrap();
        let second_heavy = ask(&turns, asker(1), Weight::Heavy).await;
        assert!(!second_heavy.is_finished(), "heavy programs take all turns");
        let light = turns.take(&asker(1), Weight::Light).await.unwrap();
        drop(light);
        drop(heavy);
        drop(second_heavy.await.unwrap().unwrap());

        // Nor are heavy ones kept out for ever.
        let turns = Turns::new(1, 100, LONG);
        let mut running = turns.take(&asker(1), Weight::Light).await.unwrap();
        let heavy = ask(&turns, asker(1), Weight::Heavy).await;
        let mut before = 0;
        while !heavy.is_finished() {
            let light = ask(&turns, asker(1), Weight::Light).await;
            drop(running);
            tokio::task::yield_now().await;
            if heavy.is_finished() {
                light.abort();
                break;
            }
            running = light.await.unwrap().unwrap();
            before += 1;
            assert!(before < 10, "a heavy program never gets its turn");
        }
        assert!(before > 0, "a heavy program was first");
    }

    #[tokio::test]
    async fn places_are_bounded_and_shared_too() {
        let turns = Turns::new(1, 4, LONG);
        let running = turns.take(&asker(1), Weight::Light).await.unwrap();
        let extra = turns.take(&asker(9), Weight::Light).await.unwrap();
        let mut greedy = Vec::new();
        for _ in 0..4 {
            greedy.push(ask(&turns, asker(1), Weight::Light).await);
        }
        let crowded = turns.take(&asker(1), Weight::Light).await.unwrap_err();
        assert_eq!(crowded.ahead, 4);
        assert!((1..=30).contains(&crowded.seconds));
        // Another gets the place of the last of them.
        let other = ask(&turns, asker(2), Weight::Light).await;
        assert!(greedy.pop().unwrap().await.unwrap().is_err());
        assert_eq!(turns.waiting(), 4);
        drop(running);
        drop(other.await.unwrap().unwrap());
        drop(extra);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_ever() {
        let turns = Turns::new(1, 10, Duration::from_secs(30));
        let running = turns.take(&asker(1), Weight::Light).await.unwrap();
        let began = tokio::time::Instant::now();
        assert!(turns.take(&asker(1), Weight::Light).await.is_err());
        assert_eq!(began.elapsed().as_secs(), 30);
        assert_eq!(turns.waiting(), 0);
        drop(running);
        assert_eq!(turns.running(), 0);
    }

    #[tokio::test]
    async fn who_leaves_gives_back_a_turn_that_was_just_given() {
        let turns = Turns::new(1, 10, LONG);
        let running = turns.take(&asker(1), Weight::Light).await.unwrap();
        let mut leaving = Box::pin(turns.take(&LEAVING, Weight::Light));
        assert!(futures_poll(leaving.as_mut()).is_pending());
        drop(running);
        // The turn is its own by now, and it has not looked yet.
        assert_eq!(turns.running(), 1);
        drop(leaving);
        assert_eq!(turns.running(), 0);
        drop(turns.take(&asker(2), Weight::Light).await.unwrap());
    }

    static LEAVING: std::sync::LazyLock<Asker> = std::sync::LazyLock::new(|| asker(1));

    fn futures_poll<F: Future>(future: std::pin::Pin<&mut F>) -> std::task::Poll<F::Output> {
        future.poll(&mut std::task::Context::from_waker(std::task::Waker::noop()))
    }

    #[tokio::test]
    async fn a_request_that_waits_can_be_asked_for_its_place() {
        let turns = Turns::new(1, 100, LONG);
        let _running = (turns.take(&asker(1), Weight::Light).await.unwrap(), turns.take(&asker(9), Weight::Light).await.unwrap());
        let mut waiting = Vec::new();
        for (client, name) in [(1, "a"), (1, "b"), (1, "c"), (2, "d")] {
            waiting.push(ask(&turns, asker_named(client, name), Weight::Light).await);
        }
        let place = |name| turns.place(name).map(|place| (place.place, place.waiting));
        assert_eq!((place("a"), place("b"), place("c")), (Some((2, 4)), Some((3, 4)), Some((4, 4))));
        assert_eq!((place("d"), place("e")), (Some((2, 4)), None));
    }
}
