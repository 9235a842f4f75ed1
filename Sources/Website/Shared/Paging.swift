/// Which part of a long list a page shows: the one that is asked for, as far as there are so many.
struct Paging {
    /// From 1.
    let number: Int
    /// How many there are; an empty list has one.
    let count: Int
    private let size: Int

    init(_ total: Int, by size: Int, asked: Int) {
        self.size = size
        count = max(1, (total + size - 1) / size)
        number = min(max(1, asked), count)
    }

    /// As the address asks: `?page=2`.
    init(_ total: Int, by size: Int, _ visit: Visit) {
        self.init(total, by: size, asked: visit.asked("page").flatMap { Int($0) } ?? 1)
    }

    /// The place of the first that is shown.
    var first: Int { (number - 1) * size }

    func shown<List: Collection>(of list: List) -> List.SubSequence { list.dropFirst(first).prefix(size) }
}
