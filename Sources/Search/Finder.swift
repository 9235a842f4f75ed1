import Casework

/// The index of the latest record, made anew when who a child is may have changed and kept otherwise.
public actor Finder {
    private var kept: NameIndex?
    private let isLeftOut: @Sendable (ChildRecord) -> Bool

    /// - Parameter isLeftOut: children who must not be found by anybody; see ``forget()``.
    public init(leavingOut isLeftOut: @escaping @Sendable (ChildRecord) -> Bool = { _ in false }) {
        self.isLeftOut = isLeftOut
    }

    /// The index of `authority`. One that is asked about an earlier time gets an index of its own, which is not kept.
    public func index(of authority: Authority) -> NameIndex {
        if let kept, kept.madeAt == authority.identified { return kept }
        let index = NameIndex(authority, leavingOut: isLeftOut)
        if authority.identified >= kept?.madeAt ?? EventID(0) { kept = index }
        return index
    }

    /// The index that will be asked for next, made away from those who ask now; nil where nobody has asked yet, or who the
    /// children are is as it was.
    public nonisolated func prepared(_ authority: Authority) async -> NameIndex? {
        guard let kept = await kept, kept.madeAt != authority.identified else { return nil }
        return NameIndex(authority, leavingOut: isLeftOut)
    }

    /// Puts an index in the place of an earlier one.
    public func keep(_ index: NameIndex) { if index.madeAt >= kept?.madeAt ?? EventID(0) { kept = index } }

    /// Makes the next question be answered from the record again: for when it changed who must be left out.
    public func forget() { kept = nil }
}
