import Foundation

/// Asking a server as fast as it answers, with wrk: one thread, four connections that stay open, one request after another
/// from a list, so that viewers and questions alternate.
struct Load {
    /// Each request's address and who asks it.
    struct Ask {
        let path: String
        let cookie: String
    }

    let requestsPerSecond: Double
    /// The time within which 99 of 100 answers came, and the longest, in seconds.
    let p99: Double
    let slowest: Double

    private static let wrk = "/usr/bin/wrk"

    /// Nil where wrk is not installed, or anything but a page came back.
    init?(_ port: Int, _ asks: [Ask], seconds: Int = 2, _ place: Workplace) throws {
        guard FileManager.default.isExecutableFile(atPath: Self.wrk), !asks.isEmpty else { return nil }
        let script = place.directory("asks-\(UUID().uuidString).lua")
        try FileManager.default.createDirectory(at: place.folder, withIntermediateDirectories: true)
        try Data(Self.script(asks).utf8).write(to: script)
        defer { try? FileManager.default.removeItem(at: script) }
        let process = Process()
        let out = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.wrk)
        process.arguments = ["-t1", "-c4", "-d\(seconds)s", "-s", script.path, "http://127.0.0.1:\(port)/"]
        process.standardOutput = out
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0,
            let told = text.split(separator: "\n").first(where: { $0.hasPrefix("told ") })
        else { return nil }
        let numbers = told.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard numbers.count == 5, numbers[0] > 0, numbers[1] > 0, numbers[4] == 0 else { return nil }
        (requestsPerSecond, p99, slowest) = (numbers[0] / numbers[1] * 1e6, numbers[2] / 1e6, numbers[3] / 1e6)
    }

    /// wrk's own language: every request put together beforehand, and what came of them in numbers. Times are
    /// microseconds.
    private static func script(_ asks: [Ask]) -> String {
        let list = asks.map { "  {\"\($0.path)\", \"\($0.cookie)\"}," }.joined(separator: "\n")
        return """
            local asks = {
            \(list)
            }
            local requests = {}
            local place = 0
            init = function(args)
              for number, ask in ipairs(asks) do
                requests[number] = wrk.format("GET", ask[1], {["Host"] = wrk.headers["Host"], ["Cookie"] = ask[2]})
              end
            end
            request = function()
              place = place % #requests + 1
              return requests[place]
            end
            done = function(summary, latency)
              local wrong = summary.errors
              io.write(string.format("told %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99),
                latency.max, wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
            end
            """
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
