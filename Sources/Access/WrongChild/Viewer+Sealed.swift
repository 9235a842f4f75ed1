import Casework
import Days

extension Viewer {
    /// Every record that was taken off a child, of whom they may know it: first those that somebody has to look at, by when
    /// their 72 hours end.
    public func sealedRecords(
        in authority: Authority, on today: Day
    ) -> [(child: ChildRecord, sealed: SealedRecord)] {
        let all = authority.sealedRecords.compactMap { authority[$0] }
            .filter { answer(.openSealed, $0, in: authority, on: today) == .yes }
            .flatMap { child in child.sealed.map { (child: child, sealed: $0) } }
        return all.sorted {
            ($0.sealed.isOpen ? 0 : 1, $0.sealed.at, $0.sealed.record)
                < ($1.sealed.isOpen ? 0 : 1, $1.sealed.at, $1.sealed.record)
        }
    }
}
