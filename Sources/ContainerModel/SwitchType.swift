public enum SwitchType: String, Sendable, Codable, CaseIterable {
    case nat = "NAT"
    case `internal` = "Internal"
    case `private` = "Private"
    case external = "External"
}
