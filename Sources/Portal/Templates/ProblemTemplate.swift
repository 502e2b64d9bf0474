/// A problem, for people.
enum ProblemTemplate {
    static let text = #"""
        <h1>{{t.problem}}</h1>
        <div class="alert alert-warning" role="alert">{{#words}}<p>{{.}}</p>{{/words}}
        <p>{{code}}: <span lang="en">{{detail}}</span></p></div>
        <p><a href="/?lang={{frame.language}}">{{t.backToOverview}}</a></p>
        """#
}
