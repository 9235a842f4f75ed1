import CoreMetrics
import HTTPTypes
import Hummingbird
import Logging

/// Logs and times every request by the address it matched, as `/children/{id}`: never by the address itself, which names
/// a child, nor with what was asked or by whom. The response carries the number that the log knows the request by.
public struct RequestWatch<Context: RequestContext>: RouterMiddleware {
    private let metrics: any MetricsFactory

    public init(metrics: any MetricsFactory = MetricsSystem.factory) { self.metrics = metrics }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        do {
            var response = try await next(request, context)
            note(request, context, response.status, since: start)
            if let name = HTTPField.Name("X-Request-ID") { response.headers[name] = context.id }
            return response
        } catch {
            note(request, context, (error as? any HTTPResponseError)?.status ?? .internalServerError, since: start)
            throw error
        }
    }

    private func note(
        _ request: Request, _ context: Context, _ status: HTTPResponse.Status, since start: ContinuousClock.Instant
    ) {
        let taken = start.duration(to: .now)
        let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
        // An address that nobody made is any text at all, so all of those are one.
        let route = context.endpointPath.flatMap { $0.contains("**") ? nil : $0 } ?? "none"
        let method = ["GET", "HEAD", "POST"].contains(request.method.rawValue) ? request.method.rawValue : "other"
        context.logger.log(
            level: status.kind == .serverError ? .error : .info, "request",
            metadata: [
                "method": "\(method)", "route": "\(route)", "status": "\(status.code)",
                "seconds": "\((seconds * 1e6).rounded() / 1e6)",
            ])
        let dimensions = [("method", method), ("route", route), ("status", "\(status.code)")]
        Timer(label: "http_request_duration_seconds", dimensions: dimensions, factory: metrics)
            .recordNanoseconds(Int64(seconds * 1e9))
    }
}
