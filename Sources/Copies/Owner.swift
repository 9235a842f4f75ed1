import Casework

/// Who does something, as a copy tells it.
enum Owner {
    /// Roles as people write them in the place of a name.
    private static let written: Set<String> = [
        "carer", "carers", "foster carer", "foster carers", "social worker", "iro", "teacher", "class teacher",
        "school",
        "personal adviser", "team manager", "manager", "health visitor", "school nurse", "nurse", "doctor", "gp",
        "family support worker", "support worker", "family time worker", "advocate", "independent visitor",
        "key worker",
        "virtual school", "supervising social worker", "designated teacher", "therapist",
    ]

    static func role(_ name: String, in roles: [String: String]) -> String? {
        let folded = FoldedWords(name).words.joined(separator: " ")
        if let role = roles.first(where: { FoldedWords($0.key).words.joined(separator: " ") == folded })?.value {
            return role
        }
        return written.contains(folded) ? (folded == "iro" || folded == "gp" ? folded.uppercased() : folded) : nil
    }
}

extension CopyWriting {
    /// For the child: a role, never a name that means nothing to them. `your social worker`.
    mutating func ownerForTheChild(_ name: String, at place: String) -> String {
        if let role = Owner.role(name, in: source.roles) {
            return role == "independent reviewing officer" ? "your IRO" : "your \(role)"
        }
        if FoldedWords(name).words == FoldedWords(source.childsName).words { return "you" }
        if let person = source.thread.person(name) {
            if reader.mayRead(the: person) { return person.name }
            leaveOut(place, Withholding.Reason.person(person.name).sentence)
            return "someone your IRO can tell you about"
        }
        leaveOut(place, "What \(name) is to the child is not recorded; say it.")
        return "one of the people who help you"
    }

    /// For everybody else: who it is and in what role.
    mutating func owner(_ name: String, at place: String) -> String {
        guard withholding.found(in: name).isEmpty else {
            leaveOut(place, "It names somebody whom this reader may not read of.")
            return Owner.role(name, in: source.roles) ?? "somebody who is not named in this copy"
        }
        guard let role = Owner.role(name, in: source.roles) ?? source.thread.person(name)?.relation,
            withholding.found(in: role).isEmpty
        else { return name }
        return role.lowercased() == name.lowercased() ? name : "\(name), \(role)"
    }
}
