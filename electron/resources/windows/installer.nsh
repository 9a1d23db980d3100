; Links of tokentray:// for this user alone (what stands behind the dashes is no option, whatever a link holds); the uninstaller takes them and the start at login away again.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\tokentray" "" "URL:Tokentray"
  WriteRegStr HKCU "Software\Classes\tokentray" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\tokentray\DefaultIcon" "" "$INSTDIR\Tokentray.exe,0"
  WriteRegStr HKCU "Software\Classes\tokentray\shell\open\command" "" '"$INSTDIR\Tokentray.exe" "--" "%1"'
!macroend

!macro customUnInstall
  ; An update uninstalls first: it keeps both.
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\tokentray"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "tokentray"
  ${endIf}
!macroend
