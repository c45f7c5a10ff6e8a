import Interpreter
import SourceText
import Syntax
import Values

/// A variable that the text before the cursor assigns.
struct AssignedVariable {
    var name: String
    var scope: String?
    /// The types written before the variable, in the order of the text.
    var types: [TypeSyntax] = []
    var attributes: [AttributeSyntax] = []
    var source: Source

    /// Where the variable's value comes from.
    enum Source {
        /// The value of a statement.
        case statement(Statement)
        /// One element of a statement's value (foreach).
        case elements(Statement)
        /// Any value of the named type.
        case type(String)
        case unknown
    }
}

extension TypeInference {
    /// What is known of a variable's value: from an assignment in the text, else from the session.
    func shapes(ofVariable node: VariableReference) -> [Shape] {
        switch node.name.lowercased() {
        case "_", "psitem":
            let found = shapesOfCurrentObject(at: Int(node.span.start))
            if !found.isEmpty { return found }
        case "this":
            if let definition = classAround(Int(node.span.start)) { return [.scriptClass(definition)] }
        case "true", "false": return [.type(.boolean)]
        default: break
        }
        let drive = node.scope?.lowercased()
        if drive == "env" { return [.type(.string)] }
        if let assigned = assigned(before: Int(node.span.start)).last(where: { $0.name.equalsIgnoringCase(node.name) }) {
            let found = shapes(of: assigned)
            if !found.isEmpty { return found }
        }
        guard drive == nil || ["global", "script", "local", "private", "using", "variable"].contains(drive) else { return [] }
        let value = engine.current.value(node.name) ?? .null
        return value.isNull ? [] : [.value(value)]
    }

    func shapes(of assigned: AssignedVariable) -> [Shape] {
        if let type = assigned.types.first, let shape = shape(ofType: type) { return [shape] }
        switch assigned.source {
        case .statement(let statement): return shapes(of: statement)
        case .elements(let statement): return elements(of: shapes(of: statement))
        case .type(let name): return shape(named: name).map { [$0] } ?? []
        case .unknown: return []
        }
    }

    /// What `$_` is at an offset: an object of the pipeline around it, or the error of a catch block.
    private func shapesOfCurrentObject(at place: Int) -> [Shape] {
        guard let start = text.index.innermost(at: place + 1) else { return [] }
        let path = text.index.path(from: start)
        for (position, node) in path.enumerated() {
            switch text.index.nodes[node].content {
            case .statement(.try(let node)):
                if node.catches.contains(where: { contains($0.body.span, place) }) {
                    return type("System.Management.Automation.ErrorRecord").map { [.type($0)] } ?? []
                }
            case .pipeline(let pipeline):
                guard position > 0, let own = pipeline.elements.firstIndex(where: { contains($0.span, place) }), own > 0 else {
                    continue
                }
                return objects(pipeline.elements[..<own])
            default: break
            }
        }
        return []
    }

    private func contains(_ span: SourceSpan, _ place: Int) -> Bool { Int(span.start) <= place && place <= Int(span.end) }

    /// The class definition around an offset.
    private func classAround(_ place: Int) -> ClassDefinition? {
        for node in text.index.nodes.reversed() {
            if case .statement(.class(let definition)) = node.content, contains(definition.span, place) { return definition }
        }
        return nil
    }

    /// The variables that are assigned before an offset and visible there, in the order of the text.
    func assigned(before place: Int) -> [AssignedVariable] {
        var found: [AssignedVariable] = []
        for (number, node) in text.index.nodes.enumerated() where Int(node.span.start) < place && isVisible(number, from: place) {
            switch node.content {
            case .statement(let statement): found += variables(of: statement, place)
            case .parameter(let parameter):
                guard Int(parameter.nameSpan.end) < place else { continue }
                found.append(
                    AssignedVariable(
                        name: parameter.name, types: parameter.types, attributes: parameter.attributes, source: .unknown))
            case .command(let command): found += variables(of: command, place)
            case .redirection(let redirection): if let variable = variable(of: redirection) { found.append(variable) }
            default: break
            }
        }
        return found
    }

    private func variables(of statement: Statement, _ place: Int) -> [AssignedVariable] {
        switch statement {
        case .assignment(let node):
            // The right side of an assignment does not see its target yet.
            guard Int(node.operatorSpan.end) <= place, !(contains(node.value.span, place) && Int(node.value.span.end) > place)
            else {
                return []
            }
            return targets(node.target, .statement(node.value))
        case .forEach(let node):
            guard Int(node.variable.span.end) < place else { return [] }
            return [AssignedVariable(name: node.variable.name, scope: node.variable.scope, source: .elements(node.collection))]
        case .data(let node): return node.variable.map { [AssignedVariable(name: $0, source: .unknown)] } ?? []
        case .pipeline(let node):
            // `[ValidateNotNull()]$x = 1` can parse as an expression where the text is incomplete.
            guard node.elements.count == 1, case .expression(let expression, _)? = node.elements.first,
                case .convert(let cast) = expression, case .variable(let variable) = cast.operand, Int(variable.span.end) < place
            else { return [] }
            return [AssignedVariable(name: variable.name, scope: variable.scope, types: [cast.type], source: .unknown)]
        default: return []
        }
    }

    private func targets(_ target: AssignmentTarget, _ source: AssignedVariable.Source) -> [AssignedVariable] {
        switch target {
        case .variable(let variable, let types, let attributes):
            return [
                AssignedVariable(
                    name: variable.name, scope: variable.scope, types: types, attributes: attributes, source: source)
            ]
        case .list(let targets, _): return targets.flatMap { self.targets($0, .unknown) }
        case .member, .index: return []
        }
    }

    /// The common parameters that name a variable, with the type that the variable gets.
    private static let variableParameters: [String: String] = [
        "outvariable": "System.Collections.ArrayList", "ov": "System.Collections.ArrayList", "errorvariable": "", "ev": "",
        "warningvariable": "", "wv": "", "informationvariable": "", "iv": "", "pipelinevariable": "", "pv": "",
    ]

    private func variables(of command: CommandSyntax, _ place: Int) -> [AssignedVariable] {
        var found: [AssignedVariable] = []
        var pending: String?
        for element in command.elements where Int(element.span.end) < place {
            switch element {
            case .parameter(let parameter):
                pending = Self.variableParameters[parameter.name.lowercased()] == nil ? nil : parameter.name.lowercased()
                if let argument = parameter.argument, let name = pending { found += named(argument, name, command, place) }
            case .argument(let argument):
                if let name = pending { found += named(argument, name, command, place) }
                pending = nil
            default: break
            }
        }
        let name = command.constantName?.lowercased() ?? ""
        if ["set-variable", "new-variable", "sv", "nv"].contains(name) {
            let binding = ArgumentBinding(command, signature(name), text)
            if let variable = binding.value(of: "Name").flatMap({ ConstantExpression.values($0).first?.text }) {
                let value = binding.value(of: "Value").map { shapes(of: $0) }?.first?.type?.name
                found.append(AssignedVariable(name: variable, source: value.map { .type($0) } ?? .unknown))
            }
        }
        return found
    }

    private func named(
        _ argument: Expression, _ parameter: String, _ command: CommandSyntax, _ place: Int
    ) -> [AssignedVariable] {
        guard let name = ConstantExpression.values(argument).first?.text else { return [] }
        if parameter == "pipelinevariable" || parameter == "pv" {
            // The variable of -PipelineVariable is visible in its pipeline only.
            let pipeline = text.index.nodes.last {
                if case .pipeline = $0.content { contains($0.span, Int(command.span.start)) } else { false }
            }
            guard let pipeline, contains(pipeline.span, place) else { return [] }
        }
        let type = Self.variableParameters[parameter] ?? ""
        return [AssignedVariable(name: name, source: type.isEmpty ? .unknown : .type(type))]
    }

    /// The variable of a redirection to `variable:name`.
    private func variable(of redirection: Redirection) -> AssignedVariable? {
        guard case .file(.string(let target), _) = redirection.target, target.value.lowercased().hasPrefix("variable:") else {
            return nil
        }
        let name = String(target.value.dropFirst("variable:".count))
        let record: String? =
            switch redirection.stream {
            case .error: "ErrorRecord"
            case .warning: "WarningRecord"
            case .verbose: "VerboseRecord"
            case .debug: "DebugRecord"
            case .information: "InformationRecord"
            default: nil
            }
        return AssignedVariable(
            name: name, source: record.map { .type("System.Management.Automation." + $0) } ?? .unknown)
    }

    /// Whether a variable that a node assigns is visible at an offset: not from outside of a function or a block with a scope of
    /// its own.
    private func isVisible(_ node: Int, from place: Int) -> Bool {
        for ancestor in text.index.path(from: node).dropFirst() {
            let here = text.index.nodes[ancestor]
            guard case .script(let block) = here.content, !contains(block.span, place) || Int(block.span.end) == place,
                let parent = here.parent
            else { continue }
            switch text.index.nodes[parent].content {
            case .statement(.function), .method: return false
            case .expression:
                // `& { }` runs in a scope of its own; a block that is an argument of a command is taken to run in the caller's.
                if let holder = text.index.nodes[parent].parent, case .command(let command) = text.index.nodes[holder].content,
                    command.invocation == .call, command.name.span == text.index.nodes[parent].span
                {
                    return false
                }
            default: break
            }
        }
        return true
    }
}
