extension String {
    /// As in the middle of a sentence; what is written in capitals stays so.
    var lowercasedFirst: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
