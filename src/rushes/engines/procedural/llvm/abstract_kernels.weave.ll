; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source f3eef5f1f5aea0318e4c4aa7045b7454
; entry abstract_kernels.weave.0(float64, float64, float64, float64, float64, float64:2:C, float64:3:C, float64:2:C, float64:2:C, float64:2:C, float32:3:C) -> none
define void @abstract_kernels.weave.0(ptr %0) {
  %2 = getelementptr i8, ptr %0, i64 8
  %3 = load double, ptr %2, align 8
  %4 = getelementptr i8, ptr %0, i64 16
  %5 = load double, ptr %4, align 8
  %6 = getelementptr i8, ptr %0, i64 40
  %7 = load ptr, ptr %6, align 8
  %8 = getelementptr i8, ptr %0, i64 48
  %9 = load i64, ptr %8, align 8
  %10 = getelementptr i8, ptr %0, i64 56
  %11 = load i64, ptr %10, align 8
  %12 = getelementptr i8, ptr %0, i64 80
  %13 = load ptr, ptr %12, align 8
  %14 = getelementptr i8, ptr %0, i64 104
  %15 = load i64, ptr %14, align 8
  %16 = getelementptr i8, ptr %0, i64 136
  %17 = load ptr, ptr %16, align 8
  %18 = getelementptr i8, ptr %0, i64 144
  %19 = load i64, ptr %18, align 8
  %20 = getelementptr i8, ptr %0, i64 152
  %21 = load i64, ptr %20, align 8
  %22 = getelementptr i8, ptr %0, i64 176
  %23 = load ptr, ptr %22, align 8
  %24 = getelementptr i8, ptr %0, i64 216
  %25 = load ptr, ptr %24, align 8
  %26 = getelementptr i8, ptr %0, i64 256
  %27 = load ptr, ptr %26, align 8
  %28 = getelementptr i8, ptr %0, i64 264
  %29 = load i64, ptr %28, align 8
  %30 = getelementptr i8, ptr %0, i64 272
  %31 = load i64, ptr %30, align 8
  %32 = getelementptr i8, ptr %0, i64 280
  %33 = load i64, ptr %32, align 8
  %34 = tail call i64 @llvm.smin.i64(i64 %31, i64 %29)
  %35 = sitofp i64 %34 to double
  %36 = icmp slt i64 %29, 1
  br i1 %36, label %290, label %37
37:
  %38 = getelementptr i8, ptr %0, i64 232
  %39 = load i64, ptr %38, align 8
  %40 = getelementptr i8, ptr %0, i64 192
  %41 = load i64, ptr %40, align 8
  %42 = getelementptr i8, ptr %0, i64 96
  %43 = load i64, ptr %42, align 8
  %44 = uitofp i64 %29 to double
  %45 = fmul double %44, 5.000000e-01
  %46 = getelementptr double, ptr %23, i64 %41
  %47 = getelementptr i8, ptr %23, i64 8
  %48 = getelementptr i8, ptr %46, i64 8
  %49 = getelementptr i8, ptr %23, i64 16
  %50 = getelementptr i8, ptr %46, i64 16
  %51 = icmp slt i64 %31, 1
  %52 = mul i64 %33, %31
  %53 = icmp slt i64 %9, 1
  %54 = mul i64 %43, %15
  %55 = icmp slt i64 %15, 1
  %56 = shl i64 %15, 4
  %57 = mul i64 %15, 24
  %58 = getelementptr double, ptr %25, i64 %39
  br label %69
59:
  %60 = icmp eq i64 %71, %29
  br i1 %60, label %290, label %69
61:
  br i1 %53, label %59, label %62
62:
  %63 = mul i64 %70, %52
  %64 = getelementptr float, ptr %27, i64 %63
  br label %116
65:
  %66 = icmp eq i64 %9, %118
  br i1 %66, label %59, label %116
67:
  %68 = icmp eq i64 %31, %229
  br i1 %68, label %65, label %227
69:
  %70 = phi i64 [ 0, %37 ], [ %71, %59 ]
  %71 = add nuw nsw i64 %70, 1
  %72 = uitofp i64 %70 to double
  %73 = fadd double %72, 5.000000e-01
  %74 = fsub double %73, %45
  %75 = fdiv double %74, %35
  %76 = fmul double %5, %75
  %77 = fadd double %3, %76
  br i1 %51, label %61, label %78
78:
  %79 = load double, ptr %49, align 8
  %80 = fdiv double %73, %44
  %81 = fadd double %80, -5.000000e-01
  %82 = fmul double %81, 5.500000e-01
  %83 = fmul double %82, 2.000000e+00
  %84 = fadd double %83, 5.000000e-01
  %85 = fcmp olt double %84, 0.000000e+00
  %86 = select i1 %85, double 0.000000e+00, double %84
  %87 = fcmp ogt double %86, 1.000000e+00
  %88 = select i1 %87, double 1.000000e+00, double %86
  %89 = load double, ptr %50, align 8
  %90 = fsub double %89, %79
  %91 = fmul double %88, %90
  %92 = fadd double %79, %91
  %93 = load double, ptr %47, align 8
  %94 = load double, ptr %48, align 8
  %95 = fsub double %94, %93
  %96 = fmul double %88, %95
  %97 = fadd double %93, %96
  %98 = load double, ptr %23, align 8
  %99 = load double, ptr %46, align 8
  %100 = fsub double %99, %98
  %101 = fmul double %88, %100
  %102 = fadd double %98, %101
  %103 = fptrunc double %102 to float
  %104 = mul i64 %70, %52
  %105 = getelementptr float, ptr %27, i64 %104
  %106 = fptrunc double %97 to float
  %107 = fptrunc double %92 to float
  br label %108
108:
  %109 = phi i64 [ 0, %78 ], [ %110, %108 ]
  %110 = add nuw nsw i64 %109, 1
  %111 = mul i64 %109, %33
  %112 = getelementptr float, ptr %105, i64 %111
  store float %103, ptr %112, align 4
  %113 = getelementptr i8, ptr %112, i64 4
  store float %106, ptr %113, align 4
  %114 = getelementptr i8, ptr %112, i64 8
  store float %107, ptr %114, align 4
  %115 = icmp eq i64 %31, %110
  br i1 %115, label %61, label %108
116:
  %117 = phi i64 [ 0, %62 ], [ %118, %65 ]
  %118 = add nuw nsw i64 %117, 1
  %119 = mul i64 %54, %117
  %120 = getelementptr double, ptr %13, i64 %119
  %121 = mul i64 %117, %11
  %122 = getelementptr double, ptr %7, i64 %121
  %123 = getelementptr i8, ptr %122, i64 40
  %124 = load double, ptr %123, align 8
  %125 = fmul double %5, %124
  %126 = fmul double %125, 5.000000e+00
  %127 = fdiv double %35, %126
  br i1 %55, label %132, label %128
128:
  %129 = getelementptr double, ptr %120, i64 %15
  %130 = getelementptr i8, ptr %120, i64 %56
  %131 = getelementptr i8, ptr %120, i64 %57
  br label %200
132:
  br i1 %51, label %65, label %227
133:
  %134 = fmul double %124, %223
  %135 = fadd double %134, 5.000000e-01
  %136 = tail call double @llvm.floor.f64(double %135)
  %137 = fmul double %127, %207
  %138 = fcmp ogt double %137, 1.000000e+00
  %139 = select i1 %138, double 1.000000e+00, double %137
  %140 = fmul double %139, 5.000000e-01
  %141 = fcmp olt double %213, 0.000000e+00
  %142 = select i1 %141, double 0.000000e+00, double %213
  %143 = fmul double %142, 1.000000e+02
  %144 = fmul double %143, %143
  %145 = fadd double %144, 1.000000e+00
  %146 = fdiv double 7.800000e-01, %145
  %147 = fadd double %146, 2.200000e-01
  %148 = fdiv double %216, %218
  %149 = fmul double %148, %148
  %150 = fadd double %149, 1.000000e+00
  %151 = fdiv double 1.000000e+00, %150
  %152 = fmul double %151, %147
  %153 = fsub double %134, %136
  %154 = tail call double @llvm.fabs.f64(double %153)
  %155 = fmul double %154, 4.000000e+00
  %156 = fadd double %155, -1.000000e+00
  %157 = fmul double %156, %156
  %158 = fmul double %156, 7.270000e-02
  %159 = fmul double %156, %158
  %160 = fsub double 0x3FE495182A9930BE, %159
  %161 = fmul double %157, %160
  %162 = fsub double 1.570600e+00, %161
  %163 = fneg double %156
  %164 = fmul double %162, %163
  %165 = fmul double %140, %164
  %166 = fadd double %165, 1.000000e+00
  %167 = fmul double %152, %166
  %168 = fdiv double 8.500000e-02, %207
  %169 = fcmp ogt double %168, 2.400000e+00
  %170 = select i1 %169, double 2.400000e+00, double %168
  %171 = fmul double %170, %167
  %172 = fmul double %171, 5.500000e-01
  %173 = fmul double %216, 8.000000e+00
  %174 = fmul double %173, 1.250000e-01
  %175 = fmul double %174, 0x3FC5555555555555
  %176 = fadd double %175, 5.000000e-01
  %177 = fmul double %174, %176
  %178 = fadd double %177, 1.000000e+00
  %179 = fmul double %174, %178
  %180 = fadd double %179, 1.000000e+00
  %181 = fdiv double 1.000000e+00, %180
  %182 = fmul double %181, %181
  %183 = fmul double %182, %182
  %184 = fmul double %183, %183
  %185 = fmul double %184, 7.000000e-02
  %186 = fadd double %185, %172
  %187 = getelementptr double, ptr %130, i64 %201
  %188 = load double, ptr %187, align 8
  %189 = fmul double %186, %188
  br label %190
190:
  %191 = phi double [ %189, %133 ], [ 0.000000e+00, %200 ]
  %192 = getelementptr double, ptr %25, i64 %201
  store double %191, ptr %192, align 8
  %193 = getelementptr double, ptr %131, i64 %201
  %194 = load double, ptr %193, align 8
  %195 = fadd double %223, -5.000000e-01
  %196 = fmul double %195, 3.000000e-01
  %197 = fadd double %196, %194
  %198 = getelementptr double, ptr %58, i64 %201
  store double %197, ptr %198, align 8
  %199 = icmp eq i64 %15, %202
  br i1 %199, label %132, label %200
200:
  %201 = phi i64 [ 0, %128 ], [ %202, %190 ]
  %202 = add nuw nsw i64 %201, 1
  %203 = getelementptr double, ptr %129, i64 %201
  %204 = load double, ptr %203, align 8
  %205 = fmul double %204, %204
  %206 = fadd double %205, 4.000000e-04
  %207 = tail call double @llvm.sqrt.f64(double %206)
  %208 = getelementptr double, ptr %120, i64 %201
  %209 = load double, ptr %208, align 8
  %210 = fsub double %77, %209
  %211 = fsub double %204, %210
  %212 = fcmp olt double %211, %210
  %213 = select i1 %212, double %211, double %210
  %214 = fneg double %213
  %215 = fcmp olt double %214, 0.000000e+00
  %216 = select i1 %215, double 0.000000e+00, double %214
  %217 = fmul double %207, 3.000000e-02
  %218 = fadd double %217, 3.000000e-03
  %219 = fdiv double %210, %207
  %220 = fcmp olt double %219, 0.000000e+00
  %221 = select i1 %220, double 0.000000e+00, double %219
  %222 = fcmp ogt double %221, 1.000000e+00
  %223 = select i1 %222, double 1.000000e+00, double %221
  %224 = fmul double %218, 6.000000e+00
  %225 = fadd double %224, 3.000000e-01
  %226 = fcmp ugt double %216, %225
  br i1 %226, label %190, label %133
227:
  %228 = phi i64 [ %229, %67 ], [ 0, %132 ]
  %229 = add nuw nsw i64 %228, 1
  %230 = getelementptr double, ptr %25, i64 %228
  %231 = load double, ptr %230, align 8
  %232 = fcmp ogt double %231, 0.000000e+00
  br i1 %232, label %233, label %67
233:
  %234 = getelementptr double, ptr %58, i64 %228
  %235 = load double, ptr %234, align 8
  %236 = fcmp olt double %235, 0.000000e+00
  %237 = select i1 %236, double 0.000000e+00, double %235
  %238 = fcmp ogt double %237, 1.000000e+00
  %239 = select i1 %238, double 1.000000e+00, double %237
  %240 = fmul double %239, 2.549990e+02
  %241 = fptosi double %240 to i64
  %242 = icmp slt i64 %241, 0
  %243 = select i1 %242, i64 %19, i64 0
  %244 = add i64 %243, %241
  %245 = mul i64 %244, %21
  %246 = getelementptr double, ptr %17, i64 %245
  %247 = getelementptr i8, ptr %246, i64 16
  %248 = load double, ptr %247, align 8
  %249 = add nsw i64 %241, 1
  %250 = icmp slt i64 %241, -1
  %251 = select i1 %250, i64 %19, i64 0
  %252 = add i64 %249, %251
  %253 = mul i64 %252, %21
  %254 = getelementptr double, ptr %17, i64 %253
  %255 = getelementptr i8, ptr %254, i64 16
  %256 = load double, ptr %255, align 8
  %257 = fsub double %256, %248
  %258 = sitofp i64 %241 to double
  %259 = fsub double %240, %258
  %260 = fmul double %257, %259
  %261 = fadd double %248, %260
  %262 = getelementptr i8, ptr %246, i64 8
  %263 = load double, ptr %262, align 8
  %264 = getelementptr i8, ptr %254, i64 8
  %265 = load double, ptr %264, align 8
  %266 = fsub double %265, %263
  %267 = fmul double %266, %259
  %268 = fadd double %263, %267
  %269 = load double, ptr %246, align 8
  %270 = load double, ptr %254, align 8
  %271 = fsub double %270, %269
  %272 = fmul double %271, %259
  %273 = fadd double %269, %272
  %274 = fmul double %231, %273
  %275 = fmul double %231, %268
  %276 = fmul double %231, %261
  %277 = mul i64 %228, %33
  %278 = getelementptr float, ptr %64, i64 %277
  %279 = load float, ptr %278, align 4
  %280 = fptrunc double %274 to float
  %281 = fadd float %279, %280
  store float %281, ptr %278, align 4
  %282 = getelementptr i8, ptr %278, i64 4
  %283 = load float, ptr %282, align 4
  %284 = fptrunc double %275 to float
  %285 = fadd float %283, %284
  store float %285, ptr %282, align 4
  %286 = getelementptr i8, ptr %278, i64 8
  %287 = load float, ptr %286, align 4
  %288 = fptrunc double %276 to float
  %289 = fadd float %287, %288
  store float %289, ptr %286, align 4
  br label %67
290:
  ret void
}
declare double @llvm.floor.f64(double)
declare double @llvm.fabs.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
