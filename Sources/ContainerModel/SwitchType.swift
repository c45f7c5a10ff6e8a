/// The kinds of virtual switches, by the names of the module Hyper-V. The Linux host has `nat` and `internal` ones.
public enum SwitchType: String, Sendable, Codable, CaseIterable {
    case nat = "NAT"
    case `internal` = "Internal"
    case `private` = "Private"
    case external = "External"
}
