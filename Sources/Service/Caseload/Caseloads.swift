/// The caseloads of the days last asked about, so that a request costs what was written since the one before and no
/// more.
public actor Caseloads {
    /// How many days' caseloads are kept. Nearly everybody asks about the same day.
    private static let days = 4

    /// The one last asked for stands last.
    private var kept: [Caseload] = []

    public init() {}

    public func caseload(_ question: Question) -> Caseload {
        let caseload: Caseload
        if let index = kept.lastIndex(where: { $0.speaksLike(question) }) {
            caseload = Caseload(question, after: kept.remove(at: index))
        } else {
            caseload = Caseload(question)
        }
        kept.append(caseload)
        if kept.count > Self.days { kept.removeFirst() }
        return caseload
    }
}
