import Foundation

/// Asking a server as fast as it answers, with wrk: one thread, four connections that stay open.
enum Load {
    private static let wrk = "/usr/bin/wrk"

    /// Nil where wrk is not installed, or anything but a page came back.
    static func requestsPerSecond(_ address: String, cookie: String) throws -> Double? {
        guard FileManager.default.isExecutableFile(atPath: wrk) else { return nil }
        let process = Process()
        let out = Pipe()
        process.executableURL = URL(fileURLWithPath: wrk)
        process.arguments = ["-t1", "-c4", "-d2s", "-H", "Cookie: \(cookie)", address]
        process.standardOutput = out
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, !text.contains("Non-2xx"), !text.contains("Socket errors") else {
            return nil
        }
        let line = text.split(separator: "\n").first { $0.hasPrefix("Requests/sec:") }
        return line?.split(separator: " ").last.flatMap { Double($0) }
    }

    static func url(_ port: Int, _ path: String) -> URL {
        URL(string: "http://127.0.0.1:\(port)\(path)") ?? URL(fileURLWithPath: "/")
    }

    /// A port of this machine that nobody listened on a moment ago.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw CocoaError(.featureUnsupported) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
