import FormFiles
import Synchronization

/// The forms that pages ask by, for as long as the service runs: an administrator may bring another into force meanwhile.
final class FormsInForce: Sendable {
    private let kept: Mutex<FormLibrary>

    init(_ library: FormLibrary) { kept = Mutex(library) }

    var library: FormLibrary { kept.withLock { $0 } }

    func bring(_ file: FormFile) { kept.withLock { $0 = $0.bringing(file) } }
}
