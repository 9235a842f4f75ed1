/// What somebody sent as an answer, before anybody has looked whether it is one.
public indirect enum Given: Hashable, Sendable {
    case nothing
    case words(String)
    case number(String)
    case flag(Bool)
    case list([Given])
    case names([String: Given])
}
