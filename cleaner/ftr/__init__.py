"""Site configs of Full-Text RSS: one file of `key: value` lines for each host, as thousands of them are shared.

What a config says of a page's tree becomes an `[html]` table. All else stays behind, each line with its reason.
"""

from cleaner.ftr.config import Fault, Left, Mapped, SiteConfig, read
from cleaner.ftr.naming import SUFFIX, host_of_config, precedence
from cleaner.ftr.toml import rule_file

__all__ = ["SUFFIX", "Fault", "Left", "Mapped", "SiteConfig", "host_of_config", "precedence", "read", "rule_file"]
