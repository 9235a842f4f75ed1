/// One of the names that a cell of what is settled may hold: called in files as pages say it, a stroke for each blank.
public protocol SettledChoice: RawRepresentable, Hashable, Sendable, CaseIterable where RawValue == String {
    var title: String { get }
}

extension SettledChoice {
    static var names: [String] { allCases.map(\.rawValue) }
    public var title: String { rawValue.spoken }
}
