import Interpreter

/// The commands that PowerShell defines as functions in the global scope, where profiles can replace them.
public enum ShellFunctions {
    private static let texts = [
        ("help", help), ("oss", "param([int] $Width) $input | Out-String -Stream @PSBoundParameters"),
        ("cd..", "Set-Location .."), ("cd~", "Set-Location ~"),
    ]

    /// The function help: Get-Help through a pager (`$env:PAGER`, or else less or more) if standard output is a terminal.
    private static let help = #"""
        [CmdletBinding(DefaultParameterSetName = 'AllUsersView')]
        param(
            [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [string] $Name,
            [Parameter(ParameterSetName = 'AllUsersView')] [switch] $Full,
            [Parameter(ParameterSetName = 'DetailedView', Mandatory)] [switch] $Detailed,
            [Parameter(ParameterSetName = 'Examples', Mandatory)] [switch] $Examples,
            [Parameter(ParameterSetName = 'Parameters', Mandatory)] [string] $Parameter
        )
        process {
            $page = Get-Help @PSBoundParameters
            $words = -split $(if ($env:PAGER) { $env:PAGER } else { 'less' })
            $pager = Get-Command -Name $words[0], more -CommandType Application -ErrorAction Ignore | Select-Object -First 1
            if ([Console]::IsOutputRedirected -or -not $page -or -not $pager) { return $page }
            $arguments = if ($pager.Name -eq $words[0]) { $words | Select-Object -Skip 1 }
            $page | Out-String -Stream | & $pager @arguments
        }
        """#

    /// The alias md for the program mkdir, as PowerShell has it on Unix.
    private static let aliases = [AliasInfo(name: "md", definition: "mkdir")]

    /// Defines the functions and the alias.
    /// - Throws: the parse error of a function's text, which is a fault of this file.
    public static func install(in engine: Engine) throws {
        engine.commands.add(aliases)
        for (name, text) in texts { engine.define(FunctionInfo(name: name, block: try ScriptBlock.parse(text)), in: engine.global) }
    }
}
