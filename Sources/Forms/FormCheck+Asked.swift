import Casework

extension Form {
    /// What this form asks, or asks only at times, that its kind of record has to be asked at all times: with what reads it.
    func problemsOfAsking(at line: Int) -> [FormProblem] {
        kind.fields.flatMap { required -> [FormProblem] in
            guard let why = kind.whyAsked(required) else { return [] }
            let (field, asking) = (required.field, questions.filter { $0.field == required.field })
            if asking.isEmpty {
                return [
                    FormProblem(line, "\(field.name) is not asked (\(why))", "add a question with id: \(field.name)")
                ]
            }
            return asking.compactMap { question in
                guard let condition = question.condition, !isWide(condition, for: field) else { return nil }
                return FormProblem(question.line, "\(question.id) is always to be asked (\(why))", remedy(for: field))
            }
        }
    }

    /// Whether a condition asks wherever the field has to be asked.
    private func isWide(_ condition: Condition, for field: CoreField) -> Bool {
        guard let (other, answers) = kind.isAsked(where: field) else { return false }
        return question(condition.question)?.field == other && Set(answers).isSubset(of: condition.values)
    }

    private func remedy(for field: CoreField) -> String {
        guard let (other, answers) = kind.isAsked(where: field) else { return "leave when: out" }
        return "leave when: out, or ask it where \(other.name) is \(answers.joined(separator: " or "))"
    }
}
