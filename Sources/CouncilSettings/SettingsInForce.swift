import Foundation

/// Who said what a setting is.
public enum Origin: Hashable, Sendable {
    /// Nobody: it is what it is unless somebody says otherwise.
    case initial
    case file(String, line: Int)
    case environment(String)
    case option(String)

    /// In words, for a person.
    public var words: String {
        switch self {
        case .initial: "default"
        case .file(let path, let line): "\(path), line \(line)"
        case .environment(let variable): variable
        case .option(let name): name
        }
    }
}

/// The settings in force, and who said what each of them is. An option on the command line goes before the environment,
/// which goes before the file, which goes before what a setting is unless somebody says otherwise.
public struct SettingsInForce: Sendable {
    public private(set) var settings = Settings()
    private var origins: [String: Origin] = [:]

    /// - Parameters:
    ///   - file: The settings file; nil where there is none.
    ///   - environment: The variables of the process. An empty one says nothing.
    ///   - options: What the command line said: the option's name, the setting's key and the value.
    /// - Throws: ``SettingsError``.
    public init(
        file: URL?, environment: [String: String] = [:], options: [(name: String, key: String, text: String)] = []
    ) throws(SettingsError) {
        if let file {
            guard let bytes = FileManager.default.contents(atPath: file.path) else {
                throw .notRead(file: file.path)
            }
            guard let text = String(data: bytes, encoding: .utf8) else {
                throw .notYAML(file: file.path, line: nil, why: "it is not UTF-8")
            }
            for given in try SettingsFile(text, name: file.path).given {
                try take(given.setting, given.text, .file(file.path, line: given.line))
            }
        }
        for setting in Setting.all {
            if let text = environment[setting.variable], !text.isEmpty {
                try take(setting, text, .environment(setting.variable))
            }
        }
        for option in options {
            if let setting = Setting.named[option.key] { try take(setting, option.text, .option(option.name)) }
        }
    }

    public func origin(of setting: Setting) -> Origin { origins[setting.key] ?? .initial }

    /// Variables that look as if they were meant for a setting and are not one's.
    public static func strangers(in environment: [String: String]) -> [String] {
        let known = Set(Setting.all.map(\.variable))
        return environment.keys.filter { $0.hasPrefix("THROUGHLINE_") && !known.contains($0) }.sorted()
    }

    private mutating func take(_ setting: Setting, _ text: String, _ origin: Origin) throws(SettingsError) {
        if let expected = setting.take(text, &settings) {
            throw .refused(key: setting.key, from: origin, expected: expected)
        }
        origins[setting.key] = origin
    }
}
