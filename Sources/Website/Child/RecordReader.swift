import Access
import Casework
import Days
import Forms

/// What somebody may read of the signed records of a child.
struct RecordReader {
    private let isIRO: Bool
    /// Whether the viewer may read where the child is, and what only some may know of who the child is: whoever records of
    /// the child.
    let tellsWhere: Bool

    /// What tells where the child is, or leads there; and who the child is, as only some may know.
    static let secrets: Set<CoreField> = [
        .homeAddress, .school, .healthProvider, .carersNames, .homesConsidered, .identityForSome,
    ]

    init(_ viewer: Viewer, of child: ChildRecord, in authority: Authority, on day: Day) {
        isIRO = viewer.roles.contains(.iro)
        tellsWhere = viewer.answer(.recordWork, child, in: authority, on: day) == .yes
    }

    static func isSecret(_ question: FormQuestion) -> Bool { question.field.map(secrets.contains) ?? false }

    /// What the child told the IRO alone is for the IRO (conduct §3); the rest of a record is for whoever sees the child.
    func mayRead(_ ofClass: InformationClass) -> Bool { ofClass != .privateTalk || isIRO }

    func mayRead(_ question: FormQuestion, of record: SignedRecord) -> Bool {
        mayRead(informationClass(of: question, in: record))
    }

    func mayRead(_ row: AnswerRow, of question: FormQuestion, in record: SignedRecord) -> Bool {
        mayRead(
            question.field.map { record.informationClass(of: row, in: $0) }
                ?? informationClass(of: question, in: record))
    }

    /// As it was signed; of a record signed before answers kept their class, the form's.
    func informationClass(of question: FormQuestion, in record: SignedRecord) -> InformationClass {
        let signed = record.informationClass(of: question.field?.name ?? question.id)
        return signed == .ordinary ? question.informationClass : signed
    }

    /// Whether all of a record may be read, which whoever corrects it has to.
    func mayReadAll(of record: SignedRecord) -> Bool {
        record.answers.allSatisfy { field, answer in
            guard mayRead(record.informationClass(of: field.name)) else { return false }
            guard case .rows(let rows) = answer, field != .classes else { return true }
            return rows.allSatisfy { mayRead(record.informationClass(of: $0, in: field)) }
        } && record.own.keys.allSatisfy { mayRead(record.informationClass(of: Form.question(ofKept: $0))) }
    }
}
