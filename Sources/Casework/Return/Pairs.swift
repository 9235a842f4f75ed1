/// What a return reports beside what the record holds, matched by their natural keys.
///
/// In time that grows with their number, not with its square: a hostile return may hold sixty thousand rows for one child.
struct Pairs<Reported, Held> {
    /// Each fact reported, in order, with the one on record under its key.
    private(set) var reported: [(reported: Reported, held: Held?)] = []
    /// What the record holds and the return does not report.
    private(set) var gone: [Held] = []

    init<Key: Hashable>(
        _ reported: [Reported], by reportedKey: (Reported) -> Key, _ held: [Held], by heldKey: (Held) -> Key
    ) {
        if held.isEmpty {
            self.reported = reported.map { ($0, nil) }
            return
        }
        // Where the record holds two under one key, the first is the one compared.
        let places = Dictionary(held.map { (heldKey($0), $0) }) { first, _ in first }
        self.reported = reported.map { ($0, places[reportedKey($0)]) }
        let keys = Set(reported.map(reportedKey))
        gone = held.filter { !keys.contains(heldKey($0)) }
    }
}
