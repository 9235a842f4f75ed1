/// A form as it was published: the text of its file.
public struct PublishedForm: Hashable, Sendable {
    public let kind: RecordKind
    public let edition: FormEdition
    /// YAML.
    public let content: String

    public init(kind: RecordKind, edition: FormEdition, content: String) {
        (self.kind, self.edition, self.content) = (kind, edition, content)
    }

    func write(to writer: inout ByteWriter) {
        writer.put(kind.rawValue)
        writer.put(integer: edition.version)
        writer.put(integer: edition.digest)
        writer.put(content)
    }

    init?(from reader: inout ByteReader) {
        guard let kind = RecordKind(rawValue: reader.byte()) else { return nil }
        self.init(
            kind: kind, edition: FormEdition(version: reader.integer(), digest: reader.integer()),
            content: reader.text())
    }
}
