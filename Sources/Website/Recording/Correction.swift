import Access
import Casework
import Days
import FormFiles
import Forms
import HTML
import Service

/// A signed record that somebody is putting right.
struct Correction {
    let versions: RecordVersions
    /// The form that it was signed on.
    let file: FormFile
    /// Who signed each version, in their order.
    let authors: [String]
    let reader: RecordReader
    /// Whether somebody else has put the record right since the words on the page were begun.
    var isOvertaken = false

    var record: SignedRecord { versions.newest.record }

    /// What a page of it starts with: the record as it stands.
    var fields: [String: String] {
        FilledForm.fields(of: record, on: file.form)
            .merging(["corrects": "\(versions.newest.event)"]) { $1 }
    }

    /// Which version the words of a page were begun from: the earliest that any of two devices names.
    func base(_ filled: FilledForm) -> EventID {
        let named = filled["corrects"].split(separator: "\n").compactMap { Int64($0) }.min()
        return named.map(EventID.init) ?? versions.newest.event
    }
}

extension FilledForm {
    /// What stands in the fields of a page for a record: what ``given(_:)`` reads back.
    static func fields(of record: SignedRecord, on form: Form) -> [String: String] {
        var fields = ["occurred": "\(record.day)"]
        for question in form.questions {
            switch form.said(question, in: record) {
            case .core(let answer, _): put(answer, question.id, into: &fields)
            case .own(let answer, _): fields.merge(answer.kept(at: question.id)) { $1 }
            case nil: break
            }
            let ofClass = record.informationClass(of: question.field?.name ?? question.id)
            if ofClass != question.informationClass { fields["class.\(question.id)"] = ofClass.rawValue }
        }
        return fields
    }

    static func put(_ answer: Casework.Answer, _ name: String, into fields: inout [String: String]) {
        switch answer {
        case .text(let text), .choice(let text): fields[name] = text
        case .flag(let flag): fields[name] = flag ? "true" : "false"
        case .day(let day): fields[name] = "\(day)"
        case .items(let items): fields[name] = items.map(\.name).joined(separator: "\n")
        case .noneBecause(let why): fields["\(name).none"] = why
        case .rows(let rows):
            for (place, row) in rows.enumerated() {
                for (column, cell) in row.cells { put(cell, "\(name).\(place + 1).\(column.name)", into: &fields) }
            }
        }
    }
}

extension Viewer {
    /// Whether this person may put a record right: whoever signed it and still records for the child, and whom the policy
    /// lets correct others' records. One that a program signed is for whoever holds the child, too. Nobody corrects what
    /// they may not read all of.
    func mayCorrect(
        _ versions: RecordVersions, of child: ChildRecord, in authority: Authority, on day: Day
    ) -> Bool {
        let (signer, kind) = (versions.first.author.account, versions.newest.record.kind)
        guard answer(kind.action, child, in: authority, on: day) == .yes, kind.isSigned(by: roles),
            RecordReader(self, of: child, in: authority, on: day).mayReadAll(of: versions.newest.record)
        else { return false }
        // What an auditor found is nobody else's to change.
        if kind.isAuditors { return signer == id }
        return signer == id || answer(.correctRecords, child, in: authority, on: day) == .yes
            || (signer == nil && relation(to: child, in: authority, on: day) == .own)
    }
}

extension Site {
    /// The record of this kind that an event signed or corrected, for somebody who may put it right.
    func correction(_ event: String, _ visit: Visit, _ child: ChildRecord, _ kind: RecordKind) async throws
        -> Correction?
    {
        guard let authority = visit.question?.authority, let seq = Int64(event),
            let versions = try await records.versions(of: EventID(seq), of: child.id, through: EventID(.max)),
            versions.newest.record.kind == kind,
            visit.viewer.mayCorrect(versions, of: child, in: authority, on: visit.today),
            let file = authority.form(versions.newest.record.form) ?? forms?[kind]
        else { return nil }
        var authors: [String] = []
        for version in versions.versions { authors.append(try await name(of: version.author)) }
        return Correction(
            versions: versions, file: file, authors: authors,
            reader: RecordReader(visit.viewer, of: child, in: authority, on: visit.today))
    }

    /// Who wrote something down, as a page names them.
    func name(of author: Actor) async throws -> String {
        guard let id = author.account else { return [String: Account]().inWords(author.name) }
        return try await gate.store.account(id: id)?.name ?? "somebody who has no account any more"
    }
}
