import CmdletKit
import SourceText
import Syntax
import Values

/// An error in the arguments of an attribute, with the attribute's position.
struct AttributeFault {
    let error: ValueError
    var position: ErrorPosition?

    init(error: ValueError) { self.error = error }

    /// Checks an attribute; nil where there is no error.
    init?(_ attribute: AttributeSyntax, _ file: SourceFile) {
        guard let error = ValidationAttributes.fault(attribute) else { return nil }
        self.error = error
        position = ErrorPosition(file: file, span: attribute.span)
    }

    var thrown: TerminatingError {
        let record = ErrorRecord.wrapping(error)
        record.position = position
        // An empty origin: the error is reported as the declaration's, not as that of the command being called.
        record.origin = ""
        return TerminatingError(record)
    }
}

/// The signature of a script function, from its param block and attributes (about_Functions_Advanced_Parameters).
package struct FunctionSignature {
    /// The parameters, parameter sets and help, as the binder and Get-Command read them.
    package let signature: CommandSignature
    /// The attributes that run script code, by index of their parameter.
    let scripted: [Int: [ScriptedAttribute]]
    /// The first error in the attributes, thrown by every call of the function; nil where there is none.
    let fault: AttributeFault?
    /// Whether arguments bind by position and name only: no attributes, aliases, switches or parameter sets.
    let isSimple: Bool
    /// ConfirmImpact of CmdletBinding; Medium where it is not given.
    let confirmImpact: String
    /// PositionalBinding of CmdletBinding.
    let bindsByPosition: Bool

    init(_ syntax: ScriptBlockSyntax, _ parameters: [CompiledParameter], _ compiler: Compiler) {
        let binding = syntax.attributes.first { $0.name.name.lowercased() == "cmdletbinding" }
        let declared = syntax.parameters ?? []
        let hasParameterAttribute = declared.contains { $0.attributes.contains { $0.name.name.lowercased() == "parameter" } }
        let isAdvanced = binding != nil || hasParameterAttribute
        let positional = !(binding.flatMap { Self.named("PositionalBinding", $0) }.map { !Conversion.bool($0) } ?? false)
        let explicitPositions = declared.contains { parameter in
            parameter.attributes.contains {
                $0.name.name.lowercased() == "parameter" && $0.namedArguments.contains { $0.name.equalsIgnoringCase("Position") }
            }
        }
        bindsByPosition = positional
        var scripted: [Int: [ScriptedAttribute]] = [:]
        var fault: AttributeFault?
        var position = 0
        var infos: [ParameterInfo] = []
        for (place, (node, compiled)) in zip(declared, parameters).enumerated() {
            var info = Self.parameter(node, compiled)
            if !compiled.isSwitch, positional, !explicitPositions {
                for index in info.memberships.indices where !info.memberships[index].takesRemaining {
                    info.memberships[index].position = position
                }
                position += 1
            }
            scripted[place] = node.attributes.compactMap { ScriptedAttribute($0, compiler) }
            for attribute in node.attributes where fault == nil { fault = AttributeFault(attribute, compiler.file) }
            infos.append(info)
        }
        let help = syntax.help
        signature = CommandSignature(
            name: "", synopsis: help?.synopsis ?? "", description: help?.description ?? "",
            defaultSet: binding.flatMap { Self.named("DefaultParameterSetName", $0) }?.displayText ?? "",
            confirms: binding.flatMap { Self.named("SupportsShouldProcess", $0) }.map { Conversion.bool($0) } ?? false,
            parameters: infos,
            examples: (help?.examples ?? []).map { Example($0, "", runs: .never) }, notes: help?.notes ?? "", isAdvanced: isAdvanced
        )
        scripted = scripted.filter { !$0.value.isEmpty }
        self.scripted = scripted
        for attribute in syntax.attributes where fault == nil { fault = AttributeFault(attribute, compiler.file) }
        self.fault = fault ?? SignatureRules.fault(infos).map { AttributeFault(error: $0) }
        confirmImpact = binding.flatMap { Self.named("ConfirmImpact", $0) }?.displayText ?? "Medium"
        isSimple =
            !isAdvanced && scripted.isEmpty && self.fault == nil
            && infos.allSatisfy { $0.validations.isEmpty && $0.aliases.isEmpty && !$0.isSwitch && $0.memberships.count == 1 }
    }

    private static func parameter(_ node: ParameterSyntax, _ compiled: CompiledParameter) -> ParameterInfo {
        var info = ParameterInfo(
            name: node.name, typeName: node.types.last.map { TypeNames.text($0) } ?? "Object", isSwitch: compiled.isSwitch,
            isCollection: node.types.last.map { !$0.arrayRanks.isEmpty } ?? false, memberships: [])
        for attribute in node.attributes {
            switch attribute.name.name.lowercased() {
            case "parameter": info.memberships.append(membership(attribute, &info))
            case "alias": info.aliases += attribute.positionalArguments.flatMap { ConstantExpression.values($0).map(\.displayText) }
            default: if let validation = ValidationAttributes.validation(attribute) { info.validations.append(validation) }
            }
        }
        if info.memberships.isEmpty { info.memberships = [ParameterInfo.Membership()] }
        if let set = info.validations.lazy.compactMap({ if case .set(let names, _, _) = $0 { names } else { nil } }).first {
            info.completer = .values(set)
        }
        return info
    }

    private static func membership(_ attribute: AttributeSyntax, _ info: inout ParameterInfo) -> ParameterInfo.Membership {
        let flag = { (name: String) in named(name, attribute).map { Conversion.bool($0) } ?? false }
        var membership = ParameterInfo.Membership(
            set: named("ParameterSetName", attribute)?.displayText ?? "", isMandatory: flag("Mandatory"))
        if membership.set.equalsIgnoringCase("__AllParameterSets") { membership.set = "" }
        if let position = named("Position", attribute), let number = try? Conversion.int32(position), number >= 0 {
            membership.position = Int(number)
        }
        if flag("ValueFromPipeline") { membership.pipeline.insert(.byValue) }
        if flag("ValueFromPipelineByPropertyName") { membership.pipeline.insert(.byPropertyName) }
        membership.takesRemaining = flag("ValueFromRemainingArguments")
        if let help = named("HelpMessage", attribute) { info.help = help.displayText }
        if flag("DontShow") { info.isHidden = true }
        return membership
    }

    /// A named argument of an attribute; a name without a value is `$true`. nil where it is not given.
    static func named(_ name: String, _ attribute: AttributeSyntax) -> Value? {
        guard let argument = attribute.namedArguments.first(where: { $0.name.equalsIgnoringCase(name) }) else {
            // `[Parameter(Mandatory)]` can parse as a bare word argument.
            return attribute.positionalArguments.contains {
                if case .string(let text) = $0 { text.kind == .bare && text.value.equalsIgnoringCase(name) } else { false }
            }
                ? .bool(true) : nil
        }
        guard let value = argument.value else { return .bool(true) }
        return ConstantExpression.values(value).first ?? .null
    }
}
