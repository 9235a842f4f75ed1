import Casework
import Copies
import Days
import FormFiles
import Forms
import JournalStore

extension Records {
    /// Everything that a copy of one record is made of: its words and every record of the child's that says what may not be
    /// told, read from the journal, which alone keeps them.
    ///
    /// - Parameter including: What is put in besides what is ordinary, chosen by whoever asks.
    /// - Parameter forms: Where the form of a record can no longer be read, the one in force of its kind.
    /// - Returns: Nil where the child has no such record, or there is no form to read it by.
    public func copySource(
        of event: EventID, of child: ChildRecord, in authority: Authority,
        including: Set<InformationClass> = [], forms: FormLibrary? = nil
    ) async throws -> CopySource? {
        let signed = try await told(of: child.id, through: EventID(.max))
        guard let record = signed.first(where: { $0.event == event })?.record,
            let form = authority.form(record.form)?.form ?? forms?[record.kind]?.form
        else { return nil }
        return CopySource(
            record: record, form: form,
            rules: Self.rules(
                signed.map(\.record), child, in: authority, including: including, choosingFrom: [record]),
            standing: child.assessmentWork(of: event)?.waitsForApproval == true
                ? "No manager has approved it yet." : "", event: event)
    }

    /// What anything made for a reader is held against that is of no one record.
    public func copyRules(
        of child: ChildRecord, in authority: Authority, including: Set<InformationClass> = []
    ) async throws -> CopyRules {
        let signed = try await told(of: child.id, through: EventID(.max)).map(\.record)
        return Self.rules(signed, child, in: authority, including: including, choosingFrom: signed)
    }

    private static func rules(
        _ signed: [SignedRecord], _ child: ChildRecord, in authority: Authority, including: Set<InformationClass>,
        choosingFrom chosen: [SignedRecord]
    ) -> CopyRules {
        let names = child.identity.names
        let called = [names.current.knownAs, names.current.given, child.identity.title].first { !$0.isEmpty } ?? ""
        return CopyRules(
            thread: child.thread, childsName: called,
            childsNames: ([names.current.legal, names.current.knownAs] + names.former).joined(separator: " "),
            roles: authority.roles(around: child), secrets: secrets(signed, child), marked: signed.flatMap(\.marked),
            chosen: chosen.flatMap(\.marked).filter { including.contains($0.0) && $0.0.mayBeChosen }.map(\.1),
            including: including, strangers: signed.flatMap(\.strangers), passages: signed.flatMap(\.passages))
    }

    /// A copy as it was sent, and who made it; nil where the child has no such copy.
    public func copy(_ event: EventID, of child: ChildID) async throws -> (copy: CopyMade, author: Actor)? {
        try await standingEvents(of: child).first { $0.fact == event }.flatMap { _, told in
            if case .copyMade(let copy) = told.event { (copy, told.author) } else { nil }
        }
    }

    /// How the records write what tells where the child is, or who the child is for some alone, then and now: a former
    /// address is an address.
    private static func secrets(_ records: [SignedRecord], _ child: ChildRecord) -> [Secret: [String]] {
        var secrets: [Secret: [String]] = [:]
        for record in records {
            for (field, secret) in Secret.tellingFields {
                if case .text(let text) = record.answers[field] { secrets[secret, default: []].append(text) }
            }
        }
        for episode in child.episodes {
            for code in [episode.episode.placementPostcode, episode.episode.urn] where !code.isBlank {
                secrets[.address, default: []].append(code.description)
            }
        }
        return secrets
    }
}

extension Authority {
    /// The roles of those who work with a child today, by their names.
    fileprivate func roles(around child: ChildRecord) -> [String: String] {
        var roles: [String: String] = [:]
        for allocation in child.allocations where allocation.end == nil {
            guard let worker = workers[allocation.worker] else { continue }
            if let manager = workers[worker.manager], !manager.name.isEmpty { roles[manager.name] = "team manager" }
            if !worker.name.isEmpty { roles[worker.name] = allocation.role.title }
        }
        return roles
    }
}

extension SignedRecord {
    /// People whom the council's own questions name and the record of people does not.
    fileprivate var strangers: [String] {
        own.filter { $0.key.hasSuffix("." + OwnPart.somebodyElse) }.map(\.value).sorted()
    }

    /// Its words, each with the class of the answer that they are of.
    private var words: [(InformationClass, String)] {
        var words: [(InformationClass, String)] = []
        for (field, answer) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where field != .classes {
            switch answer {
            case .text(let text), .noneBecause(let text): words.append((informationClass(of: field.name), text))
            case .rows(let rows):
                for row in rows {
                    let ofClass = informationClass(of: row, in: field)
                    for cell in row.cells.values {
                        if case .text(let text) = cell { words.append((ofClass, text)) }
                    }
                }
            default: break
            }
        }
        for (question, text) in own.sorted(by: { $0.key < $1.key }) {
            words.append((informationClass(of: Form.question(ofKept: question)), text))
        }
        return words
    }

    /// Its words that are not ordinary information, each with its class: whole answers, and the passages that are about
    /// another person.
    fileprivate var marked: [(InformationClass, String)] {
        // What is said of people is left out by who they are, and not by how that was written.
        let answers = kind == .people ? [] : words.filter { $0.0 != .ordinary }.map { ($0, MarkedText($1).plain) }
        return answers + passages.map { (.anotherPerson, $0.words) }
    }

    /// What it says in passages that are marked as being about another person.
    fileprivate var passages: [MarkedPassage] { words.flatMap { MarkedPassage.all(in: $0.1) } }

    /// The classes besides ordinary that it holds and that a person may choose to put into a copy.
    public var classesToChoose: [InformationClass] {
        let held = Set(marked.map(\.0))
        return InformationClass.allCases.filter { held.contains($0) && $0.mayBeChosen }
    }
}
