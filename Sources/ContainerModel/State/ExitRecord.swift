/// `exit.json`: how the last run ended.
package struct ExitRecord: Sendable, Codable, Hashable {
    /// 0 to 255; 128 + the signal's number where a signal ended it.
    package var exitCode: Int32
    /// Why, where it was not the container's own doing; nil otherwise.
    package var reason: String?
    /// Seconds since 1970.
    package var ended: Double

    /// How a run ended.
    package init(exitCode: Int32, reason: String?, ended: Double) {
        self.exitCode = exitCode
        self.reason = reason
        self.ended = ended
    }
}
