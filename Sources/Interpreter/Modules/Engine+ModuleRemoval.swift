import CmdletKit
import Values

extension Engine {
    /// Removes a module and its nested modules from the session, each after its OnRemove block (Remove-Module).
    /// - Throws: what an OnRemove block throws.
    public func removeModule(_ module: ModuleInfo, in frame: Frame) throws {
        guard module.session != nil || builtinModule(module.name) == nil else {
            // A built-in module's cmdlets stay: using one of them imports the module again.
            removedBuiltins.insert(FoldedName(module.name))
            return
        }
        for part in Self.family(of: module) {
            if let block = part.onRemove.asObject(ScriptBlock.self) {
                // Once: the block may remove its module again.
                part.onRemove = .null
                _ = try invoke(block, in: frame)
            }
            modules.removeAll { $0 === part }
            ModuleExporter.remove(part, from: global)
            let asking = frame.scope.session.root
            if asking !== global { ModuleExporter.remove(part, from: asking) }
        }
    }

    /// A module with its nested modules, each once: a module can be nested in itself.
    private static func family(of module: ModuleInfo) -> [ModuleInfo] {
        var family: [ModuleInfo] = []
        var waiting = [module]
        while let next = waiting.popLast() {
            guard !family.contains(where: { $0 === next }) else { continue }
            family.append(next)
            waiting += next.nestedModules
        }
        return family
    }

    /// A loaded module that requires this one; nil where there is none.
    public func dependent(on module: ModuleInfo) -> ModuleInfo? {
        modules.first { other in other !== module && other.requiredModules.contains { $0 === module } }
    }
}
