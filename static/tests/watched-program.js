// A program whose frames have the same variables: what an expression is depends on whose they are.

export const WORKERS = `queue = []

def worker(step):
    total = 0
    for n in range(2):
        total += step
        queue.append(total)
        yield total

for pair in zip(worker(1), worker(10)):
    print(pair)
`;
