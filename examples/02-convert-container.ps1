# A stopped container changes its runtime type and keeps its files.
#
#     sudo bulkhead -File examples/02-convert-container.ps1
#     bulkhead -Engine Simulated -File examples/02-convert-container.ps1

$con = $null
try {
    $con = New-Container -Name DEMO -ContainerImageName nanoserver -SwitchName NAT
    Get-Container -Id $con.ContainerId | Select-Object ContainerName, RuntimeType

    Start-Container $con
    Invoke-Command -ContainerId $con.ContainerId -RunAsAdministrator { Set-Content /written 'as a Default container' }
    Stop-Container $con

    Set-Container $con -RuntimeType HyperV
    Get-Container -Id $con.ContainerId | Select-Object ContainerName, RuntimeType

    Start-Container $con
    Invoke-Command -ContainerId $con.ContainerId { Get-Content /written }
} finally {
    if ($con) { Remove-Container $con -Force }
}
