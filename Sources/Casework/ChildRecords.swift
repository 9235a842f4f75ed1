import HashTreeCollections

/// Children's records by their ids. A value, of which the next is made with most of it shared: each record lies in a place of
/// its own, so that putting one in the place of another moves that one alone, and not those beside it in the tree.
public struct ChildRecords: Sendable {
    fileprivate final class Place: Sendable {
        let record: ChildRecord
        init(_ record: ChildRecord) { self.record = record }
    }
    private var places: TreeDictionary<ChildID, Place> = [:]

    public init() {}

    public subscript(_ child: ChildID) -> ChildRecord? {
        get { places[child]?.record }
        set { places[child] = newValue.map(Place.init) }
    }

    public var count: Int { places.count }
    public var isEmpty: Bool { places.isEmpty }
    public var keys: [ChildID] { Array(places.keys) }
    public var values: Values { Values(all: self) }

    /// Those whose records are not what they were, who came and who went.
    public func changes(since earlier: ChildRecords) -> Set<ChildID> {
        var changed: Set<ChildID> = []
        var came = 0
        for (child, place) in places {
            let before = earlier.places[child]
            guard before !== place, before?.record != place.record else { continue }
            if before == nil { came += 1 }
            changed.insert(child)
        }
        if count - came < earlier.count {
            for child in earlier.keys where places[child] == nil { changed.insert(child) }
        }
        return changed
    }

    /// Each record, in no order.
    public struct Values: Sequence {
        fileprivate let all: ChildRecords

        public var count: Int { all.count }
        public var underestimatedCount: Int { all.count }
        public func makeIterator() -> Iterator { Iterator(places: all.places.values.makeIterator()) }

        public struct Iterator: IteratorProtocol {
            fileprivate var places: TreeDictionary<ChildID, Place>.Values.Iterator
            public mutating func next() -> ChildRecord? { places.next()?.record }
        }
    }
}
