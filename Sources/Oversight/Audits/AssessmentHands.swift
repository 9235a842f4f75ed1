import Casework
import Days

/// Whose work an assessment is: whoever signed a version of it, and whoever said as a manager what it is worth.
public struct AssessmentHands: Sendable {
    private let wrote, approved: [RecordVersions.Version]

    /// - Parameter words: What managers said of it.
    public init(of assessment: RecordVersions, words: [RecordVersions]) {
        (wrote, approved) = (assessment.versions, words.flatMap(\.versions))
    }

    /// What somebody has to do with an assessment, so that it is for another auditor.
    public enum Tie: Hashable, Sendable { case wrote, approved, manages }

    /// What makes it another's to audit; nil where this person audits it. The rule is the second reader's: nobody reads
    /// their own work, and no manager that of somebody whose work they answer for.
    public func tie(to auditor: Auditor, in authority: Authority) -> Tie? {
        let reader = auditor.reader
        if reader.isAmong(wrote) { return .wrote }
        if reader.isAmong(approved) { return .approved }
        let writers = wrote.flatMap { version -> [String?] in
            [
                version.author.account.flatMap { auditor.workers[$0] },
                authority.worker(named: version.record.onBehalfOf)?.code,
            ]
        }.compactMap { $0 }
        if reader.isOne(of: writers) { return .wrote }
        return reader.answers(forOneOf: writers, in: authority) ? .manages : nil
    }
}

extension AssessmentHands.Tie {
    /// As the end of a sentence, to whom it is said of.
    public var toThem: String {
        switch self {
        case .wrote: "you wrote it"
        case .approved: "you gave a manager’s word on it"
        case .manages: "you answer for the work of whoever wrote it"
        }
    }

    /// Why an audit of the assessment of a day is refused.
    public func refusal(of day: Day) -> String {
        switch self {
        case .wrote: "whoever wrote the assessment of \(day.inWords) does not audit it"
        case .approved: "whoever said as a manager what the assessment of \(day.inWords) is worth does not audit it"
        case .manages: "whoever answers for the work of who wrote the assessment of \(day.inWords) does not audit it"
        }
    }
}

extension SecondReader {
    fileprivate func isAmong(_ versions: [RecordVersions.Version]) -> Bool {
        versions.contains { isSigner($0.author, onBehalfOf: $0.record.onBehalfOf) }
    }
}
