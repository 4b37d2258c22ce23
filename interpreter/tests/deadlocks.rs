//! A program whose loop could only wait for ever is ended, and told which tasks sleep, where each stands and what it waits for.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use stillframe_interpreter::{Limits, OutcomeKind, Recording, run};

/// Asserts that the program ends in a deadlock, recorded or not, and is told of it in these words, after the first line.
fn deadlocks(body: &str, told: &[&str]) {
    let source = format!("import asyncio\n{body}");
    for recording in [Recording::Off, Recording::Program, Recording::Library] {
        let trace = run(&source, &Limits::default(), recording, &mut Ear::default());
        let outcome = trace.outcome();
        assert_eq!(outcome.kind, OutcomeKind::Deadlock, "{body}");
        let message = outcome.message.as_deref().unwrap_or_default();
        let (first, tasks) = message.split_once('\n').unwrap_or((message, ""));
        assert_eq!(first, "nothing is ready and no timer is set");
        assert_eq!(tasks.lines().collect::<Vec<_>>(), told, "{body}");
        let sleepers: Vec<&str> = told.iter().copied().filter(|line| !line.starts_with("no task is left")).collect();
        assert_eq!(outcome.sleepers, sleepers, "{body}");
    }
}

#[test]
fn of_a_lock_it_is_told_who_holds_it() {
    deadlocks(
        "
async def work(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        group.create_task(work(a, b), name='left')
        group.create_task(work(b, a), name='right')
asyncio.run(main())
",
        &[
            "Task-1 (main, line 10) waits for left and right",
            "left (work, line 6) waits for a Lock that right holds",
            "right (work, line 6) waits for a Lock that left holds",
        ],
    );
}

#[test]
fn queues_that_nobody_fills_or_empties() {
    deadlocks(
        "
async def consumer(queue):
    while True:
        await queue.get()
async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(consumer(queue))
    await queue.put(1)
    await queue.put(2)
    await queue.join()
asyncio.run(main())
",
        &[
            "Task-1 (main, line 11) waits for 2 more calls of task_done() of a Queue",
            "Task-2 (consumer, line 5) waits for an item in a Queue",
        ],
    );
    deadlocks(
        "
async def main():
    queue = asyncio.LifoQueue(maxsize=1)
    for i in range(2):
        await queue.put(i)
asyncio.run(main())
",
        &["Task-1 (main, line 6) waits for room in a LifoQueue"],
    );
}

#[test]
fn tasks_that_wait_for_each_other() {
    deadlocks(
        "
async def wait_for(tasks, other):
    await tasks[other]
async def main():
    tasks = []
    tasks += [asyncio.create_task(wait_for(tasks, 1 - i)) for i in range(2)]
    await asyncio.gather(*tasks)
asyncio.run(main())
",
        &[
            "Task-1 (main, line 8) waits for Task-2 and Task-3",
            "Task-2 (wait_for, line 4) waits for Task-3",
            "Task-3 (wait_for, line 4) waits for Task-2",
        ],
    );
}

#[test]
fn what_has_to_happen_is_named() {
    let main = |body: &str| format!("async def main():\n    loop = asyncio.get_running_loop()\n    {body}\nasyncio.run(main())\n");
    for (body, told) in [
        ("await asyncio.Event().wait()", "an Event to be set"),
        ("await loop.create_future()", "a future that nobody has set"),
        ("await asyncio.shield(loop.create_future())", "a future that nobody has set"),
        ("await asyncio.gather(loop.create_future(), asyncio.sleep(1))", "a future that nobody has set"),
        ("await asyncio.Semaphore(0).acquire()", "a permit of a Semaphore"),
        ("await asyncio.BoundedSemaphore(0).acquire()", "a permit of a BoundedSemaphore"),
        ("await asyncio.Barrier(3).wait()", "a Barrier, where 1 of 3 are"),
        ("await asyncio.PriorityQueue().get()", "an item in a PriorityQueue"),
    ] {
        deadlocks(&main(body), &[&format!("Task-1 (main, line 4) waits for {told}")]);
    }
    deadlocks(
        "
async def main():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()
asyncio.run(main())
",
        &["Task-1 (main, line 6) waits for a Condition to be notified"],
    );
}

#[test]
fn the_first_of_many_is_named_and_the_others_counted() {
    deadlocks(
        "
async def never(event):
    await event.wait()
async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(never(event), name=f'n{i}') for i in range(6)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
asyncio.run(main())
",
        &[
            "Task-1 (main, line 8) waits for the first of n0, n1, n2, n3 and 2 more",
            "n0 (never, line 4) waits for an Event to be set",
            "n1 (never, line 4) waits for an Event to be set",
            "n2 (never, line 4) waits for an Event to be set",
            "n3 (never, line 4) waits for an Event to be set",
            "n4 (never, line 4) waits for an Event to be set",
            "n5 (never, line 4) waits for an Event to be set",
        ],
    );
}

#[test]
fn the_place_is_that_of_the_task_and_of_the_innermost_call() {
    deadlocks(
        "
class Signal:
    def __await__(self):
        yield from asyncio.get_running_loop().create_future()
async def inner():
    await Signal()
async def main():
    await inner()
asyncio.run(main())
",
        &["Task-1 (main, line 9, in Signal.__await__, line 5) waits for a future that nobody has set"],
    );
}

#[test]
fn a_loop_without_tasks_was_not_stopped() {
    deadlocks(
        "
loop = asyncio.new_event_loop()
loop.call_later(2, print)
loop.run_forever()
",
        &["no task is left, and nobody has called stop()"],
    );
}
