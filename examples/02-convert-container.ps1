# A stopped container changes its runtime type and keeps its files.
$con = New-Container -Name DEMO -ContainerImageName nanoserver -SwitchName NAT
Get-Container -Id $con.ContainerId | Select-Object ContainerName, RuntimeType
Set-Container $con -RuntimeType HyperV
Get-Container -Id $con.ContainerId | Select-Object ContainerName, RuntimeType
Remove-Container $con -Force
