import Casework

extension NetworkPerson {
    /// What a file that leaves nothing out may tell that is not for this person, or for others of them:
    /// `Kay Example may not know the address or the school. Not everybody may read their name.` Nil where nothing.
    ///
    /// - Parameter notAsked: What nobody is asked to decide, because no record holds any of it.
    func sayingMayNotKnow(besides notAsked: Secret?) -> String? {
        let kept = Secret.allCases.filter { $0 != notAsked && mayKnow[$0] == false }.map(\.title)
        var said: [String] = []
        if !kept.isEmpty { said.append("\(name) may not know \(kept.listed("or")).") }
        if let namedTo, namedTo != .everybody {
            said.append(said.isEmpty ? "Not everybody may read of \(name)." : "Not everybody may read their name.")
        }
        return said.isEmpty ? nil : said.joined(separator: " ")
    }
}
