import Casework

extension RecordKind {
    /// What somebody asks to do who writes a record of this kind, corrects one or takes its draft elsewhere.
    public var action: Action { isAuditors ? .auditWork : .recordWork }
}

extension Action {
    /// Those that write records, of one kind or another.
    public static let recording = allCases.filter { action in RecordKind.allCases.contains { $0.action == action } }
}

extension Viewer {
    /// Whether this person writes records of any kind, of any child.
    public var writesRecords: Bool { Action.recording.contains(where: may) }
}
