import bisect
import heapq

heap = [5, 1, 8, 3]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap)
heapq.heappush(heap, 2)
print([heapq.heappop(heap) for _ in range(len(heap))])
print(heapq.nlargest(2, ['pear', 'fig', 'banana'], key=len), heapq.nsmallest(2, [3, 1, 2]), list(heapq.merge([1, 4], [2, 3], [0])))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
grades = [60, 70, 80, 90]
print([('FDCBA')[bisect.bisect(grades, score)] for score in (33, 99, 77, 70, 89)])
bisect.insort(grades, 75)
print(grades, bisect.bisect_left(grades, 75), bisect.bisect_right(grades, 75), bisect.bisect([('a', 1), ('b', 5)], 3, key=lambda pair: pair[1]))
