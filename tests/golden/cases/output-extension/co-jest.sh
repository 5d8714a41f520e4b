ls | grep -v -e sh -e examples -e cmd
