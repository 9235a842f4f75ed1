import Casework

extension Authority {
    /// Whose word a program writes down, by the name it gives. A reviewing officer is somebody whom the staff file has as one, by
    /// name or by code; where it has none at all, whoever is named is taken to be one. So is whoever audits: they may come from
    /// another authority.
    func signer(named name: String, of kind: RecordKind) -> Signer {
        if name.saysNothing { return .nobodyNamed }
        if kind.isAuditors { return .auditor }
        let officers = workers.values.filter(\.isReviewingOfficer)
        let key = PersonKey(name)
        let isOne = officers.isEmpty || officers.contains { PersonKey($0.name) == key || $0.code == name.trimmed }
        return isOne ? .reviewingOfficer : .another(name.trimmed)
    }
}

extension Worker {
    /// As the staff file says what they are.
    fileprivate var isReviewingOfficer: Bool {
        ["iro", "reviewing officer", "independent reviewing officer"].contains(role.trimmed.lowercased())
    }
}
