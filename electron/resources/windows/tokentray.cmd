@echo off
rem Runs a command of Tokentray in this console and waits for it: a program with windows gives its console back at once.
"%~dp0..\..\Tokentray.exe" %*
exit /b %ERRORLEVEL%
