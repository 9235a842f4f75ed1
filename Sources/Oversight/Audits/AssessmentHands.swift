import Casework

/// Whose work an assessment is: whoever signed a version of it, and whoever said as a manager what it is worth.
public struct AssessmentHands: Sendable {
    private let wrote, approved: [RecordVersions.Version]

    /// - Parameter words: What managers said of it.
    public init(of assessment: RecordVersions, words: [RecordVersions]) {
        (wrote, approved) = (assessment.versions, words.flatMap(\.versions))
    }

    /// Why it is for another auditor, as the end of a sentence; nil where this person audits it. The rule is the second
    /// reader's: nobody reads their own work, and no manager that of somebody whose work they answer for.
    ///
    /// - Parameter worker: The code in the staff file of an account; nil where it has none.
    public func whyNot(_ reader: SecondReader, worker: (String) -> String?, in authority: Authority) -> String? {
        if reader.isAmong(wrote) { return "you wrote it" }
        if reader.isAmong(approved) { return "you gave a manager’s word on it" }
        let writers = wrote.flatMap { version in
            [version.author.account.flatMap(worker), authority.worker(named: version.record.onBehalfOf)?.code]
        }.compactMap { $0 }
        if reader.isOne(of: writers) { return "you wrote it" }
        return reader.answers(forOneOf: writers, in: authority) ? "you answer for the work of whoever wrote it" : nil
    }
}

extension SecondReader {
    fileprivate func isAmong(_ versions: [RecordVersions.Version]) -> Bool {
        versions.contains { isSigner($0.author, onBehalfOf: $0.record.onBehalfOf) }
    }
}
