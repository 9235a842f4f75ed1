import Synchronization

/// Pages of children as they were last written, so that one which would come out the same is not made again
/// (docs/decisions/0092).
///
/// Kept is what stands in the frame and never the frame, nor a button, which have the session's token in them. A page
/// goes to nobody but whom it was written for, and only while everything that it was made from is the same. That somebody
/// asks for a page is settled at the door and written into the access log as for any other: keeping a page spares the
/// making alone.
final class KeptPages: Sendable {
    /// So many bytes of pages are held at most.
    private let most: Int
    private let shelves = Mutex(Shelves())

    private struct Kept {
        let basis: PageBasis
        let page: WrittenPage
    }

    /// What was asked for lately, and what was before that. Once the first is half full the second is forgotten and the
    /// first takes its place, so that a page which is asked for again stays.
    private struct Shelves {
        var recent: [PageBasis.Asked: Kept] = [:]
        var earlier: [PageBasis.Asked: Kept] = [:]
        var recentBytes = 0
    }

    init(most: Int = 8 << 20) { self.most = most }

    /// The page that was made from the same; nil where there is none.
    func page(_ basis: PageBasis) -> WrittenPage? {
        let kept = shelves.withLock { shelves in shelves.recent[basis.asked] ?? shelves.earlier[basis.asked] }
        guard let kept, kept.basis.makesTheSame(as: basis) else { return nil }
        shelves.withLock { shelves in
            // One that was asked for again is recent.
            if shelves.earlier.removeValue(forKey: basis.asked) != nil { put(kept, on: &shelves) }
        }
        return kept.page
    }

    /// Keeps a page in the place of the one before.
    func keep(_ page: WrittenPage, _ basis: PageBasis) {
        shelves.withLock { shelves in
            shelves.earlier[basis.asked] = nil
            put(Kept(basis: basis, page: page), on: &shelves)
        }
    }

    /// Forgets every page: the forms that their links lead to are others.
    func forget() { shelves.withLock { $0 = Shelves() } }

    private func put(_ kept: Kept, on shelves: inout Shelves) {
        let before = shelves.recent.updateValue(kept, forKey: kept.basis.asked)
        shelves.recentBytes += kept.page.count - (before?.page.count ?? 0)
        guard shelves.recentBytes > most / 2 else { return }
        (shelves.earlier, shelves.recent, shelves.recentBytes) = (shelves.recent, [:], 0)
    }

    /// How many bytes of pages are held.
    var bytes: Int {
        shelves.withLock { shelves in
            shelves.recentBytes + shelves.earlier.values.reduce(0) { $0 + $1.page.count }
        }
    }
}
