"""The Vandaag screen: who comes, who goes, and what waits for whom."""
