import Casework

// A council's own question may be answered with a file. The file is one of the child's documents, and the answer is what it is
// made of: whoever signs it signs for those bytes and no others, wherever the document stands later.

extension Form {
    /// What was answered with a file that is no document of the child.
    ///
    /// - Parameter own: The answers to the council's own questions, by their names.
    public func refusals(ofFiles own: [String: String], about child: ChildRecord) -> [RecordRefusal] {
        questions.filter { $0.takesFile }.compactMap { question in
            guard let said = own[question.id], child.document(answering: said) == nil else { return nil }
            return RecordRefusal(
                question.id, "the child has no such document",
                "choose one of the child’s documents, or add it to them first")
        }
    }
}

extension FormQuestion {
    /// Whether a file answers it.
    public var takesFile: Bool { answers == .own(.upload) }
}

extension ChildRecord {
    /// The document that a signed answer is: the latest of those that are made of the same. Nil where none stands here.
    public func document(answering said: String) -> HeldDocument? {
        FileDigest(hex: said).flatMap { digest in documents.last { $0.document.digest == digest } }
    }
}
