import CmdletKit
import Values

/// The values of the common parameters (about_CommonParameters); nil where one was not given.
package struct CommonParameters {
    var errorAction: ActionPreference?
    var warningAction: ActionPreference?
    var informationAction: ActionPreference?
    var verbose: Bool?
    var debug: Bool?
    var whatIf: Bool?
    var confirm: Bool?
    var errorVariable: String?
    var warningVariable: String?
    var informationVariable: String?
    var outVariable: String?
    var pipelineVariable: String?
    /// The given ones by name, for `$PSBoundParameters`.
    private(set) var given: [(String, Value)] = []

    /// The common parameters: their names, aliases, and whether they are switches.
    package static let all: [(name: String, alias: String, isSwitch: Bool)] = [
        ("Verbose", "vb", true), ("Debug", "db", true), ("ErrorAction", "ea", false), ("WarningAction", "wa", false),
        ("InformationAction", "infa", false), ("ProgressAction", "proga", false), ("ErrorVariable", "ev", false),
        ("WarningVariable", "wv", false), ("InformationVariable", "iv", false), ("OutVariable", "ov", false),
        ("OutBuffer", "ob", false),
        ("PipelineVariable", "pv", false),
    ]
    /// The risk mitigation parameters, which commands with SupportsShouldProcess have as well.
    package static let confirming: [(name: String, alias: String, isSwitch: Bool)] = [
        ("WhatIf", "wi", true), ("Confirm", "cf", true),
    ]

    /// Sets a parameter by its full name.
    /// - Throws: `TerminatingError` for a value that is no ActionPreference.
    mutating func set(_ name: String, _ value: Value) throws {
        let isSwitch = (Self.all + Self.confirming).first { $0.name == name }?.isSwitch ?? false
        given.append((name, isSwitch ? .object(SwitchParameter(Conversion.bool(value))) : value))
        switch name {
        case "Verbose": verbose = Conversion.bool(value)
        case "Debug": debug = Conversion.bool(value)
        case "WhatIf": whatIf = Conversion.bool(value)
        case "Confirm": confirm = Conversion.bool(value)
        case "ErrorAction": errorAction = try preference(name, value)
        case "WarningAction": warningAction = try preference(name, value)
        case "InformationAction": informationAction = try preference(name, value)
        case "ErrorVariable": errorVariable = value.displayText
        case "WarningVariable": warningVariable = value.displayText
        case "InformationVariable": informationVariable = value.displayText
        case "OutVariable": outVariable = value.displayText
        case "PipelineVariable": pipelineVariable = value.displayText
        default: break
        }
    }

    private func preference(_ name: String, _ value: Value) throws -> ActionPreference {
        if let preference = ActionPreference(value) { return preference }
        throw BinderError.cannotConvert(
            name, value,
            "Cannot convert value \"\(value.displayText)\" to type \"System.Management.Automation.ActionPreference\". "
                + "Specify one of: \(ActionPreference.names.joined(separator: ", ")).")
    }
}
