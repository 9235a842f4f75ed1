import HTML

/// A page made ready to be printed by a program: it holds its own style, runs nothing, asks for nothing and leads nowhere.
enum Paper {
    private static let policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"

    /// - Parameter styles: The style sheets that the page names, in order.
    static func page(_ page: [UInt8], styles: [[UInt8]]) -> [UInt8] {
        var text = String(decoding: page, as: UTF8.self)
        text.replace(/<link [^>]*>/, with: "")
        text.replace(/<script[^>]*>[^<]*<\/script>/, with: "")
        // What a script would fill in nobody does here.
        text.replace(/(?s)<template.*?<\/template>/, with: "")
        // A way into the record is no use on paper, and would be a file's address there.
        text.replace(/(<a [^>]*?)\s?href="[^"]*"/) { "\($0.output.1)" }
        let style = styles.map { "<style>\(String(decoding: $0, as: UTF8.self))</style>" }.joined()
        text.replace(/<title>/, with: policy + style + "<title>", maxReplacements: 1)
        return Array(text.utf8)
    }
}
