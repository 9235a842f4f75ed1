import Casework

extension NetworkPerson {
    /// What of a file that leaves nothing out may not go on because of this person: `Kay Example may not know the address or the
    /// school, and Kay Example’s name is not for everybody to read`; nil where nothing.
    ///
    /// - Parameter notAsked: What nobody is asked to decide, because no record holds any of it.
    func sayingMayNotKnow(besides notAsked: Secret?) -> String? {
        let kept = Secret.allCases.filter { $0 != notAsked && mayKnow[$0] == false }.map(\.title)
        var said: [String] = []
        if let last = kept.last {
            let all = kept.count == 1 ? last : kept.dropLast().joined(separator: ", ") + " or " + last
            said.append("\(name) may not know \(all)")
        }
        if namedTo != .everybody { said.append("\(name)’s name is not for everybody to read") }
        return said.isEmpty ? nil : said.joined(separator: ", and ")
    }
}
