import Casework
import Foundation
import Testing

@testable import Website

extension Asker {
    /// Signs a record on its form, as somebody of the roles for it does, and gives the address that it leads to.
    func sign(
        _ kind: RecordKind, of child: ChildID, by visitor: Office.Visitor, _ fields: [String: String]
    ) async throws -> String {
        let all = fields.merging(["occurred": "2026-03-30", "draft": CommandID.new.text, "mark": "", "do": "sign"]) {
            $1
        }
        let form = all.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
        let answer = try await ask(.post, "/children/\(child)/record/\(kind.name)", visitor, form: form)
        #expect(answer.status == 303, "\(answer.text)")
        return answer.location ?? ""
    }

    /// Signs who one person around a child is, with everything decided.
    func sign(
        around child: ChildID, by visitor: Office.Visitor, mayKnow: String, _ more: [String: String] = [:]
    ) async throws {
        let one = [
            "person": "Kay Example", "relation": "mother", "address": mayKnow, "school": mayKnow, "health": mayKnow,
            "carers": mayKnow, "named": "everybody", "by": "T. Manager", "because": "Decided together",
        ]
        let fields = Dictionary(uniqueKeysWithValues: one.map { ("network.1.\($0.key)", $0.value) })
        _ = try await sign(.people, of: child, by: visitor, fields.merging(more) { $1 })
    }
}
